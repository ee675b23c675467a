/** A whole feed as text, with a mark that changes when the text does. */
export interface FeedAnswer {
  text: string;
  /** The same in UTF-8. */
  bytes: Uint8Array<ArrayBuffer>;
  etag: string;
  /** When anything in it last changed; null for an empty one. */
  changedAt: Date | null;
  /** The file that it is saved as. */
  fileName: string;
}

/** Whole addresses, as a calendar program stands on no page. */
export interface FeedAddress {
  /** The feed's own. */
  self: string;
  links: {
    meeting: (id: string) => string;
    agenda: (id: string) => string;
    event: (occurrenceId: string) => string;
    group: (slug: string) => string;
  };
}

/** Days kept back: of all that was held, and of what was called off (calendar case 76). */
export const daysBack = { usual: 365, calledOff: 30 } as const;
