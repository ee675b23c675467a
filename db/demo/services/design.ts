/** What a session costs, as people say it. */
export const costWords = {
  free: { option: "Free", amount: 0, amountDescription: "" },
  donation: { option: "Pay what you can", amount: null, amountDescription: "There is a jar. Nobody looks." },
  pound: { option: "Each visit", amount: 1, amountDescription: "" },
  two: { option: "Each session", amount: 2, amountDescription: "" },
  three: { option: "Each session", amount: 3, amountDescription: "Your first time is free." },
  five: { option: "Each session", amount: 5, amountDescription: "Carers and companions come free." },
  lunch: { option: "Two-course lunch", amount: 6.5, amountDescription: "" },
  supper: { option: "Supper", amount: null, amountDescription: "Pay what you have, or help wash up." },
  shop: { option: "A weekly shop", amount: 4, amountDescription: "Worth about £25 in a supermarket." },
  mile: {
    option: "Fare",
    amount: null,
    amountDescription: "45p a mile from the driver's home. Ask if that is too much.",
  },
  fare: { option: "Single fare", amount: 3.5, amountDescription: "Bus passes are accepted." },
  counselling: {
    option: "Each session",
    amount: 15,
    amountDescription: "Less, or nothing, if you are on a low income.",
  },
  term: { option: "A term", amount: 30, amountDescription: "Free if you receive means-tested benefits." },
  loan: { option: "Membership", amount: 5, amountDescription: "Once, and it stays yours." },
} as const;
export type Cost = keyof typeof costWords;

/** One kind of service, written once; placements say where, by whom and what is different there. */
export interface ServiceDesign {
  key: string;
  name: string;
  summary: string;
  /** Paragraphs. */
  text: string[];
  who: string;
  ages?: [from: number | null, to: number | null];
  topics: string[];
  audiences: string[];
  cost: Cost[];
  route: string;
  /** Where there is no venue to describe. */
  gettingThere?: string;
}

/**
 * A service as it is put on in one place. `when` holds "MO 10:00-12:30" for every week,
 * "2WE 10:00-12:00" for the second Wednesday of the month, "TH/2 …" for every second week.
 */
export interface ServicePlacement {
  design: string;
  by: string;
  at?: string;
  name?: string;
  when?: string[];
  /** What is true of this one and of no other. */
  local: string;
  cost?: Cost[];
  topics?: string[];
  audiences?: string[];
  languages?: [code: string, name: string][];
  isOnline?: true;
  /** Footprints it goes to; otherwise the place of its venue. */
  covers?: string[];
  full?: true;
  /** Shut for a while; the page says so, and why. */
  closed?: string;
  /** Not published yet: only its keepers see it. */
  draft?: true;
  /** It is held here too, at hours of its own. */
  alsoAt?: { venue: string; when: string[] };
  bankHolidays?: "open" | "closed" | "ask";
  inTermTime?: true;
  waitWeeks?: number;
  /** Days since it was last confirmed, where that is long ago. */
  staleDays?: number;
}

/** The usual shape of a placement, short enough to read many of them in a row. */
export function put(
  [design, by, at]: [design: string, by: string, at?: string],
  when: string[],
  local: string,
  more: Partial<ServicePlacement> = {},
): ServicePlacement {
  return { design, by, ...(at ? { at } : {}), when, local, ...more };
}
