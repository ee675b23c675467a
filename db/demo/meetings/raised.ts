import type { Purpose } from "#db/vocabulary.ts";

/** Something a network or forum has raised. `at` says which meeting of the other body took it, or will. */
export interface DemoRaisedItem {
  key: string;
  from: string;
  to: string;
  title: string;
  why: string;
  ask: string;
  evidence: string;
  purpose: Purpose;
  /** "last" and "before last": a meeting already held; "waiting": for the next agenda. */
  at: "last" | "before last" | "waiting";
  /** With an outcome it is decided, unless declined. None yet after a meeting: it stands on that agenda. */
  outcome?: string;
  declined?: true;
}

export const raisedItems: DemoRaisedItem[] = [
  {
    key: "evening-crisis-care",
    from: "norwich-place-network",
    to: "norwich-place-board",
    title: "Somewhere to turn between six in the evening and midnight",
    why: "Eleven groups told us of people in distress turning up after other doors had closed. Most ended in A&E, some in a cell.",
    ask: "Pay for a second open house four evenings a week, and let link workers refer straight to it.",
    evidence: "Log kept by eleven groups over eight weeks: 143 people, 61 of them more than once.",
    purpose: "decide",
    at: "before last",
    outcome:
      "Agreed. £48,000 for one year from the prevention budget, to be reviewed with the network after six months.",
  },
  {
    key: "hospital-letters",
    from: "norwich-place-network",
    to: "norwich-place-board",
    title: "Appointment letters that people can read",
    why: "Link workers spend a fifth of their time explaining letters. Appointments are missed because the time is on page three.",
    ask: "Let six residents rewrite the three most common letters with the hospital.",
    evidence: "Nineteen letters collected, with what people thought they meant.",
    purpose: "endorse",
    at: "last",
  },
  {
    key: "warm-rooms-winter",
    from: "norwich-place-network",
    to: "norwich-place-board",
    title: "Keep the warm rooms open until the end of March",
    why: "Fourteen rooms are open and six will run out of money for heating by the end of January. About 900 people use them in a week, most of them living alone.",
    ask: "Match what the groups have raised, pound for pound, so that every room stays open until the clocks change.",
    evidence: "Weekly counts from fourteen rooms since October; bills from the six that will close.",
    purpose: "decide",
    at: "waiting",
  },
  {
    key: "interpreters",
    from: "norwich-place-network",
    to: "norwich-partnership",
    title: "Interpreters for housing and benefits, not only for health",
    why: "Children are still being asked to interpret for their parents at the counter.",
    ask: "Open the NHS interpreting contract to the council's front desks and to advice charities.",
    evidence:
      "Wensum Welcome and the Lithuanian community counted 84 visits in a quarter with a child interpreting.",
    purpose: "comment",
    at: "waiting",
  },
  {
    key: "school-holiday-food",
    from: "norwich-place-network",
    to: "norwich-partnership",
    title: "Lunch in every school holiday",
    why: "The holiday programme does not cover the February half term or the days either side of Christmas.",
    ask: "Fill the gap through the food action plan.",
    evidence: "Larder visits by families rose by 40 per cent in the last half term.",
    purpose: "decide",
    at: "last",
    outcome:
      "Agreed as amended: half terms will be covered; the days round Christmas will be looked at with the churches.",
  },
  {
    key: "coast-buses",
    from: "north-norfolk-place-network",
    to: "north-norfolk-place-board",
    title: "A bus that gets to Cromer Hospital before ten",
    why: "Clinics start at half past eight. The first bus along the coast arrives at five past ten.",
    ask: "Move three clinics to the afternoon, or fund an early run by community transport.",
    evidence: "Coast & Lanes turned down 212 early requests last year.",
    purpose: "decide",
    at: "last",
    outcome:
      "Agreed: three clinics will move to the afternoon from next quarter, and the early run will be costed.",
  },
  {
    key: "dementia-nurse",
    from: "north-norfolk-place-network",
    to: "north-norfolk-place-board",
    title: "A dementia nurse for the memory cafés",
    why: "Families wait fourteen weeks for a call back. They come to us every fortnight.",
    ask: "One nurse for half a day at each of four cafés, every month.",
    evidence: "Questions asked at Holt over three months, sorted.",
    purpose: "decide",
    at: "waiting",
  },
  {
    key: "farm-visits",
    from: "south-norfolk-place-network",
    to: "south-norfolk-place-board",
    title: "Health checks at livestock markets",
    why: "Farmers do not come to surgeries. They do come to market.",
    ask: "A nurse and a blood pressure cuff at the market once a month.",
    evidence: "Furrow saw 70 people in two mornings; nine were sent to a doctor that day.",
    purpose: "endorse",
    at: "last",
    outcome: "Endorsed. The primary care network will staff six mornings and report back.",
  },
  {
    key: "new-estates",
    from: "south-norfolk-place-network",
    to: "south-norfolk-partnership",
    title: "Somewhere to meet on the new estates",
    why: "Two thousand homes have been finished without a room to hire. Young parents tell us they know nobody.",
    ask: "Use developers' contributions for a portable community room now, not in year seven.",
    evidence: "Door-knocking at 300 homes by residents.",
    purpose: "comment",
    at: "waiting",
  },
  {
    key: "shift-workers",
    from: "west-norfolk-place-network",
    to: "west-norfolk-place-board",
    title: "Appointments for people on shifts",
    why: "Vegetable packers lose a day's pay for a ten-minute blood test.",
    ask: "One evening and one Sunday clinic in King's Lynn and in Thetford.",
    evidence: "Survey in four languages by Baltic Bridge and Bem-vindos: 318 replies.",
    purpose: "decide",
    at: "waiting",
  },
  {
    key: "hearing-aids-batteries",
    from: "west-norfolk-place-network",
    to: "west-norfolk-place-board",
    title: "Hearing aid batteries in libraries again",
    why: "People are going without sound because the clinic is forty minutes away.",
    ask: "Restore the boxes at eleven libraries.",
    evidence: "Heacham Hearing Help's diary.",
    purpose: "decide",
    at: "last",
    declined: true,
    outcome:
      "Declined: batteries come with the national contract and are posted free. The board asked audiology to put the address on every aid.",
  },
  {
    key: "yarmouth-dentist",
    from: "great-yarmouth-and-waveney-place-network",
    to: "great-yarmouth-and-waveney-place-board",
    title: "Dentistry for people without a settled home",
    why: "Toothache is the most common reason people give for drinking more.",
    ask: "One mobile session a month at Harbour House and one in Lowestoft.",
    evidence: "Night shelter survey; letter from a retired dentist willing to start it.",
    purpose: "decide",
    at: "last",
    outcome: "Agreed for six months, shared by the two councils and the Integrated Care Board.",
  },
  {
    key: "county-line",
    from: "great-yarmouth-and-waveney-place-network",
    to: "east-suffolk-partnership",
    title: "One form for carers on either side of the county line",
    why: "A daughter in Gorleston who cares for a mother in Lowestoft has to be assessed by two councils.",
    ask: "Accept each other's carers' assessments.",
    evidence: "Five families agreed to tell their story.",
    purpose: "endorse",
    at: "waiting",
  },
  {
    key: "forum-waiting-lists",
    from: "children-and-young-people-forum",
    to: "vcse-assembly",
    title: "What families do while they wait",
    why: "Support before an assessment costs little and is cut first.",
    ask: "Make it the Assembly's ask of the partnership this year.",
    evidence: "Diaries of twelve families.",
    purpose: "endorse",
    at: "waiting",
  },
];
