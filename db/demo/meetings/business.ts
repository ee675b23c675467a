import type { ForwardPlanKind, GroupKind, Purpose } from "#db/vocabulary.ts";

export interface Business {
  title: string;
  lead: string;
  purpose: Purpose;
  kind?: ForwardPlanKind;
  isPrivate?: true;
}

const item = (title: string, lead: string, purpose: Purpose, kind?: ForwardPlanKind): Business => ({
  title,
  lead,
  purpose,
  ...(kind ? { kind } : {}),
});

const placeBoard: Business[] = [
  item("Coming home from hospital this winter", "Place Director", "decide"),
  item("One team around frail older people", "Place Operations Director", "endorse"),
  item("How we spend the place's prevention money", "Place Director", "decide"),
  item("Blood pressure checks in clubs, pubs and mosques", "Public health lead", "endorse"),
  item("Children waiting for an autism assessment", "Service Director", "comment"),
  item("Falls: who comes, and how soon", "Director of Strategy", "decide"),
  item("Mental health practitioners in every surgery", "Service Director", "note"),
  item(
    "Who social prescribing does not reach",
    "Primary care network clinical director",
    "comment",
    "request",
  ),
  item("Vaccination by neighbourhood", "Public health lead", "note"),
  item("Lifts, buses and missed appointments", "Head of Communities and Health", "comment", "request"),
];

const partnership: Business[] = [
  item("Cost of living: what front doors are seeing", "Partnership co-ordinator", "comment"),
  item("Cold and damp homes: the winter plan", "Head of Housing", "decide"),
  item("Community conversations: what residents told us", "Community researchers", "note"),
  item("Food action plan", "Workstream lead", "endorse"),
  item("A map of places to go when you are lonely", "Partnership co-ordinator", "endorse", "request"),
  item("Young people out of school and work", "Early help manager", "comment"),
  item("Parks, paths and getting active", "Leisure and open spaces lead", "note"),
  item("Delivery plan: progress this quarter", "Partnership co-ordinator", "note", "statutory"),
];

const board: Business[] = [
  item(
    "Better Care Fund: submission for the year",
    "Executive Director, Adult Social Services",
    "decide",
    "statutory",
  ),
  item("Annual report of the Director of Public Health", "Director of Public Health", "note", "statutory"),
  item("Pharmaceutical Needs Assessment", "Director of Public Health", "decide", "statutory"),
  item(
    "Joint Health and Wellbeing Strategy: what has changed",
    "Director of Strategy and Transformation",
    "endorse",
  ),
  item("Suicide prevention: learning from the year", "Director of Public Health", "comment"),
  item("All-age carers' strategy", "Chief Officer, Carers Voice", "endorse"),
];

const icp: Business[] = [
  item(
    "Integrated Care Strategy: progress on the four aims",
    "Chief Executive, Integrated Care Board",
    "note",
  ),
  item("Report of the VCSE Assembly", "Chair of the Voluntary Sector Assembly", "endorse", "network"),
  item("Words that put people off: plain language across the system", "Healthwatch Norfolk", "decide"),
  item("Place Boards: how money follows decisions", "Chief Executive, Integrated Care Board", "comment"),
  item("Two counties, one system: what Waveney needs", "Cabinet Member for Adult Care, Suffolk", "comment"),
];

const network: Business[] = [
  item("Early sight: what the NHS and councils mean to buy", "ICB partnership manager", "comment"),
  item("Measuring what changes, on one side of paper", "Evaluation lead", "comment"),
  item("Meet the social prescribing link workers", "Link workers", "note"),
  item("Who is not coming, and why", "All", "comment"),
  item("Joint bid clinic", "Community Voices East", "comment"),
  item("What the Place Board is working on, and what we can offer", "Network lead", "decide"),
];

const forum: Business[] = [
  item("Gaps we all see", "All", "comment"),
  item("Good practice in ten minutes: a member's story", "A member", "note"),
  item("What the Assembly asked us to think about", "Forum lead", "comment"),
];

const assembly: Business[] = [
  item("Fair funding: a position that members can stand behind", "Chair", "decide"),
  item("Insight from the five places", "Network leads", "comment"),
  item("Who represents us where: seats falling vacant", "Chair", "decide"),
  item("Partnership agreement with the NHS: one year on", "Chair", "comment"),
];

/** What each kind of body deals with, in the order in which it comes round. */
export const businessOf: Record<GroupKind, Business[]> = {
  "place-board": placeBoard,
  partnership,
  "health-and-wellbeing-board": board,
  "integrated-care-partnership": icp,
  "place-network": network,
  forum,
  assembly,
  "steering-group": [],
  workstream: [],
  "working-group": [],
};

/** One matter that each Place Board has in view and the public does not yet. */
export const inPrivate: Business = {
  title: "Award of a contract for community transport",
  lead: "Place Director",
  purpose: "decide",
  isPrivate: true,
};
