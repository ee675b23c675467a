/** What people ask about a building before they set out, by its word in a form; the text is what is kept and shown. */
export const accessFacts = {
  level: "Step-free entrance",
  ramp: "Ramp to the entrance",
  steps: "Steps at the entrance",
  lift: "Lift to all floors",
  toilet: "Accessible toilet",
  changing: "Changing Places toilet",
  loop: "Hearing loop",
  parking: "Blue Badge parking",
  quiet: "Quiet room",
  dogs: "Assistance dogs welcome",
} as const;
export type AccessFact = keyof typeof accessFacts;
export const accessFactNames = Object.keys(accessFacts) as AccessFact[];

/** The row that holds a keeper's own words about access. */
export const OWN_WORDS = "Also good to know";
