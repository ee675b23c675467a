/** How far results go. Nobody reads further; better words help more than a page 26. */

export const PAGE_SIZE = 20;

/** Counts stop here: "more than 500". */
export const MOST_COUNTED = 500;

export const LAST_PAGE = MOST_COUNTED / PAGE_SIZE;

/** Most matches that are looked at; of more, those confirmed latest. */
export const MOST_MATCHED = 1000;

/** The likeliest of them by topic and nearness, which are weighed word by word and come first: whole pages. */
export const MOST_WEIGHED = 200;

/** Fewer matches than this of every word, and matches of some of the words are shown too. */
export const FEW = 3;
