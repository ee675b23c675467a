import type { OpportunityKind } from "#db/vocabulary.ts";

/** What a kind of opportunity is asked and called: each has one fact of its own that people look for first. */
export interface KindWords {
  /** Beside its name, where a kind is chosen. */
  about: string;
  /** The fact of its own, on the form and on the page. */
  fact: string;
  factHint: string;
  /** What to say where the fact must be there; null: it may be left out. */
  factMissing: string | null;
  titleHint: string;
  apply: string;
}

export const kindWords: Record<OpportunityKind, KindWords> = {
  volunteering: {
    about: "Somebody gives their time",
    fact: "Time it takes",
    factHint: "For example, two hours every other Friday",
    factMissing: null,
    titleHint: "For example, Driver for the lunch club",
    apply: "How to offer",
  },
  job: {
    about: "Paid work",
    fact: "Hours and pay",
    factHint: "For example, 20 hours a week, £24,000 a year for full time",
    factMissing: "Enter the hours and the pay",
    titleHint: "For example, Community café manager",
    apply: "How to apply",
  },
  funding: {
    about: "Grants and other money for organisations",
    fact: "Amount",
    factHint: "In words: £250 to £2,000, or half the cost up to £20,000",
    factMissing: "Enter the amount",
    titleHint: "For example, Small grants for company in winter",
    apply: "How to apply",
  },
  training: {
    about: "Courses and workshops",
    fact: "Dates, length and cost",
    factHint: "For example, two evenings in May, free",
    factMissing: null,
    titleHint: "For example, Safeguarding for small groups",
    apply: "How to book",
  },
  tender: {
    about: "Work that is, or soon will be, put out to contract",
    fact: "Value and length of the contract",
    factHint: "For example, £60,000 a year for three years from April",
    factMissing: null,
    titleHint: "For example, Community transport in North Norfolk",
    apply: "How to bid or say that you are interested",
  },
  collaboration: {
    about: "Looking for partners for a bid, a project or a shared space",
    fact: "What it asks of partners",
    factHint: "For example, a room on Tuesdays and one day of staff time",
    factMissing: null,
    titleHint: "For example, Partners for a warm homes bid",
    apply: "How to join in",
  },
  consultation: {
    about: "Asking for views before something is decided",
    fact: "Time it takes",
    factHint: "For example, ten minutes online",
    factMissing: null,
    titleHint: "For example, What should the new health centre offer?",
    apply: "How to have your say",
  },
};
