/** How far results go. Nobody reads further; better words help more than a page 26. */

export const PAGE_SIZE = 20;

/** Counts stop here: "more than 500". */
export const MOST_COUNTED = 500;

export const LAST_PAGE = MOST_COUNTED / PAGE_SIZE;

/** Most matches that are weighed against each other; beyond it the nearest or latest confirmed go first. */
export const MOST_WEIGHED = 2000;

/** Fewer matches than this of every word, and matches of some of the words are shown too. */
export const FEW = 3;
