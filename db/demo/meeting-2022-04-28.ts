import type { AgendaItemType, Purpose } from "#db/vocabulary.ts";

/**
 * The real agenda of two bodies meeting together on Thursday 28 April 2022 (S1:108-135). Titles are as printed, leads are given by role.
 * The copy of the papers breaks off after item 14: items 15 and 16 follow their own reports (S1:3618, 3724),
 * and the pages printed for them are not known.
 */
export const MEETING_2022_04_28 = "20220428-0930-4000-8000-000000000001";

/** The partnership's own meeting of that day, which began "on rise of" the board (S1:22-26). */
export const ICP_MEETING_2022_04_28 = "20220428-0930-4000-8000-000000000002";

export const meeting20220428 = {
  title: "Norfolk Health and Wellbeing Board and Shadow Integrated Care Partnership",
  icpTitle: "Shadow Integrated Care Partnership",
  heldOn: "2022-04-28",
  starts: "09:30",
  ends: "12:30",
  location: "Council Chamber, County Hall, Martineau Lane, Norwich",
  /** Five working days before, as the rules ask. */
  agendaPublished: "2022-04-20",
};

export type Mark = "HWB" | "ICP";

export interface RealAgendaItem {
  number: number;
  title: string;
  marks: Mark[];
  lead: string;
  page: number | null;
  type: AgendaItemType;
  purpose?: Purpose;
  /** The organisation of the sponsor, where there is a report. */
  sponsor?: string;
  /** The section heading that the agenda prints above this item, said to be one; or a line that it prints below. */
  note?: string;
}

const adults = "Executive Director, Adult Social Services";
const strategy = "Director of Strategy and Transformation, Adult Social Services";
const icbChief = "Chief Executive (designate), NHS Norfolk and Waveney Integrated Care Board";
const ncc = "norfolk-county-council";
const icb = "nhs-norfolk-and-waveney-icb";

export const agenda20220428: RealAgendaItem[] = [
  { number: 1, title: "Apologies", marks: [], lead: "Clerk", page: null, type: "standing" },
  { number: 2, title: "Chair's opening remarks", marks: [], lead: "Chair", page: null, type: "standing" },
  {
    number: 3,
    title: "HWB Minutes",
    marks: [],
    lead: "Chair",
    page: 4,
    type: "minutes",
    note: "Under the heading: Norfolk Health and Wellbeing Board",
  },
  { number: 4, title: "Actions arising", marks: [], lead: "Chair", page: null, type: "standing" },
  { number: 5, title: "Declarations of interests", marks: [], lead: "Chair", page: null, type: "standing" },
  {
    number: 6,
    title: "Public Questions",
    marks: [],
    lead: "Chair",
    page: null,
    type: "questions",
    note: "Deadline for questions: 9am, Tuesday 26 April 2022",
  },
  { number: 7, title: "Urgent arising matters", marks: [], lead: "Chair", page: null, type: "urgent" },
  {
    number: 8,
    title: "Amendments to HWB Terms of Reference",
    marks: ["HWB"],
    lead: `${adults}; ${strategy}`,
    page: 11,
    type: "report",
    purpose: "decide",
    sponsor: ncc,
  },
  {
    number: 9,
    title: "Clinical Commissioning Group Annual reports",
    marks: ["HWB"],
    lead: `${icbChief}; Clinical Commissioning Group officer`,
    page: 16,
    type: "report",
    purpose: "comment",
    sponsor: icb,
  },
  {
    number: 10,
    title: "Flourishing in Norfolk CYP Partnership Strategy",
    marks: ["HWB", "ICP"],
    lead: "Executive Director of Children’s Services; Children’s Services officers",
    page: 19,
    type: "report",
    purpose: "endorse",
    sponsor: ncc,
    note: "Under the heading: Norfolk Health and Wellbeing Board and Shadow Integrated Care Partnership",
  },
  {
    number: 11,
    title: "Joint Health and Wellbeing Strategy update and next steps",
    marks: ["HWB", "ICP"],
    lead: `${adults}; ${strategy}`,
    page: 75,
    type: "report",
    purpose: "decide",
    sponsor: ncc,
  },
  {
    number: 12,
    title: "Prevention Research, Feedback from BritainThinks",
    marks: ["HWB", "ICP"],
    lead: `${adults}; ${strategy}; research lead`,
    page: 81,
    type: "report",
    purpose: "endorse",
    sponsor: ncc,
  },
  {
    number: 13,
    title: "Formation and Development of the Norfolk and Waveney Integrated Care Partnership",
    marks: ["ICP"],
    lead: `${adults}; ${strategy}`,
    page: 142,
    type: "report",
    purpose: "decide",
    sponsor: ncc,
    note: "Under the heading: Shadow Integrated Care Partnership",
  },
  {
    number: 14,
    title: "Developing our Integrated Care System Partnership",
    marks: ["ICP"],
    lead: `${icbChief}; Clinical Commissioning Group officer`,
    page: 154,
    type: "report",
    purpose: "endorse",
    sponsor: icb,
  },
  {
    number: 15,
    title: "Progress report on the Norfolk and Waveney VCSE Assembly",
    marks: ["ICP"],
    lead: "Chair, Norfolk and Waveney VCSE Assembly",
    page: null,
    type: "report",
    purpose: "endorse",
    sponsor: "norfolk-and-waveney-vcse-assembly",
  },
  {
    number: 16,
    title:
      "Norfolk and Waveney Integrated Care System response to 'Health and social care integration: Joining up care for people, places and populations'",
    marks: ["HWB", "ICP"],
    lead: adults,
    page: null,
    type: "report",
    purpose: "note",
    sponsor: ncc,
  },
];
