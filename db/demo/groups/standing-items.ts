import type { AgendaItemType, GroupKind, Purpose } from "#db/vocabulary.ts";

export interface DemoStandingItem {
  title: string;
  type: AgendaItemType;
  lead?: string;
  purpose?: Purpose;
}

export interface DemoStandingItems {
  opening: DemoStandingItem[];
  closing: DemoStandingItem[];
}

const standing = (title: string, lead = "Chair"): DemoStandingItem => ({ title, type: "standing", lead });

/** How the agenda of 28 April 2022 begins (S1:114-121). Nothing closes it. */
const statutoryBody: DemoStandingItems = {
  opening: [
    standing("Apologies", "Clerk"),
    standing("Chair's opening remarks"),
    { title: "Minutes", type: "minutes", lead: "Chair", purpose: "decide" },
    standing("Actions arising"),
    standing("Declarations of interests"),
    { title: "Public questions", type: "questions", lead: "Chair" },
    { title: "Urgent arising matters", type: "urgent", lead: "Chair" },
  ],
  closing: [],
};

const placeBoard: DemoStandingItems = {
  opening: [
    standing("Welcome and apologies"),
    standing("Declarations of interests"),
    { title: "Minutes of the last meeting", type: "minutes", lead: "Chair", purpose: "decide" },
    standing("Actions arising"),
    { title: "Public questions", type: "questions", lead: "Chair" },
  ],
  closing: [standing("Any other business"), standing("Date of next meeting")],
};

const partnership: DemoStandingItems = {
  opening: [
    standing("Welcome, introductions and apologies"),
    standing("Declarations of interests"),
    { title: "Notes of the last meeting", type: "minutes", lead: "Chair", purpose: "decide" },
    standing("Actions arising"),
  ],
  closing: [
    standing("Round the table: partner updates", "All"),
    standing("Any other business"),
    standing("Date of next meeting"),
  ],
};

const network: DemoStandingItems = {
  opening: [
    standing("Welcome and introductions", "Network lead"),
    standing("What the boards did with what we raised", "Network lead"),
    standing("What we are seeing: needs and gaps", "All"),
  ],
  closing: [
    {
      title: "What we will raise with the Place Board and partnerships",
      type: "standing",
      lead: "All",
      purpose: "decide",
    },
    standing("Funding, tenders and chances to work together", "Network lead"),
    standing("Date of next meeting", "Network lead"),
  ],
};

const forum: DemoStandingItems = {
  opening: [
    standing("Welcome and introductions", "Forum lead"),
    standing("News from the Assembly", "Forum lead"),
  ],
  closing: [
    { title: "What we will raise with the Assembly", type: "standing", lead: "All", purpose: "decide" },
    standing("Date of next meeting", "Forum lead"),
  ],
};

const assembly: DemoStandingItems = {
  opening: [
    standing("Welcome and apologies"),
    standing("Notes of the last meeting"),
    standing("Reports from the five place networks", "Network leads"),
    standing("Reports from the forums", "Forum leads"),
  ],
  closing: [standing("Any other business"), standing("Date of next meeting")],
};

const working: DemoStandingItems = {
  opening: [
    standing("Apologies and notes of the last meeting", "Lead"),
    standing("Progress against the plan", "Lead"),
  ],
  closing: [standing("Next steps and date of next meeting", "Lead")],
};

export const standingByKind: Record<GroupKind, DemoStandingItems> = {
  "health-and-wellbeing-board": statutoryBody,
  "integrated-care-partnership": statutoryBody,
  "place-board": placeBoard,
  partnership,
  "place-network": network,
  forum,
  assembly,
  "steering-group": working,
  workstream: working,
  "working-group": working,
};
