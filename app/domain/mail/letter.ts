/** A piece of a letter: a paragraph, somebody's own words, a list, a link on a line of its own, or a list of links. */
export type Piece =
  | string
  | { quote: string }
  | { list: string[] }
  | { link: PagePath }
  | { links: PagePath[] };

/** A page of ours by its path, such as "/account"; the site's address is added when the letter goes out. */
interface PagePath {
  label: string;
  path: string;
}

/** An invitation as iCalendar, whole: mail programs show it with buttons, and put it into the reader's calendar. */
export interface CalendarPart {
  /** iTIP (RFC 5546): an invitation or a change of it, or that it is off. */
  method: "REQUEST" | "CANCEL";
  text: string;
}

/** A mail in plain words. It becomes text and HTML when it goes out (written-letter.ts). */
export interface Letter {
  /** Which letter it is, for the list of what was sent: "sign-in link". */
  kind: string;
  subject: string;
  body: Piece[];
  /** The one thing to do, as a button. */
  action?: PagePath;
  /** Why this person gets this mail, as a whole sentence. */
  reason: string;
  /** Where they say that they want no more of these, or others; it stands below the reason. */
  stop?: PagePath;
  calendar?: CalendarPart;
}
