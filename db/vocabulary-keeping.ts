/** Controlled words of keeping records: links, cases, reviews, registers, imports. Beside db/vocabulary.ts, and like it. */

/** What a secret link of a mail is for. A token of one purpose opens nothing else. */
export const tokenPurposes = {
  "sign-in": "Sign in without a password",
  "verify-email": "Verify an e-mail address",
  "reset-password": "Choose a new password",
  "change-email-old": "Confirm a change of address at the old one",
  "change-email-new": "Confirm a change of address at the new one",
  "second-factor": "Finish signing in with a code",
  "continue-registration": "Continue a registration on another device",
  "registration-device": "This browser holds this registration",
  invitation: "Accept a role",
  "confirm-record": "Say that a record is still right",
  "answer-case": "Answer a question about a registration, claim or report",
} as const;
export type TokenPurpose = keyof typeof tokenPurposes;

/** What somebody has to decide or see to: one queue for owners, network leads and the Assembly team. */
export const caseKinds = {
  registration: "New organisation",
  claim: "“This is us”",
  change: "Change that needs approval",
  report: "Something is wrong",
  stale: "Not confirmed",
  "nobody-to-tell": "Nobody to tell",
} as const;
export type CaseKind = keyof typeof caseKinds;

export const caseStates = {
  open: "Open",
  asked: "Question asked",
  approved: "Approved",
  declined: "Declined",
  resolved: "Resolved",
  withdrawn: "Withdrawn",
} as const;
export type CaseState = keyof typeof caseStates;

/** Whose turn a case is: it climbs from the record's owner to the network's lead to the Assembly team. */
export const caseLevels = { owner: "Owner", lead: "Network lead", team: "Assembly team" } as const;
export type CaseLevel = keyof typeof caseLevels;

/** The records that their keepers edit, confirm and restore. */
export const keptNouns = {
  organisation: "Organisation",
  service: "Service",
  opportunity: "Opportunity",
} as const;
export type KeptNoun = keyof typeof keptNouns;

/** Steps of the upkeep ladder, counted from the day a confirmation falls due. */
export const reviewSteps = {
  warned: "Reminded before the date",
  due: "Reminded on the date",
  lead: "Network lead told",
  team: "Assembly team told",
} as const;
export type ReviewStep = keyof typeof reviewSteps;

/** What a public register said of a number; never guessed. */
export const registerAnswers = {
  "not-checked": "Not checked",
  found: "On the register",
  "other-name": "On the register under another name",
  removed: "Removed from the register",
  "not-found": "Not on the register",
} as const;
export type RegisterAnswer = keyof typeof registerAnswers;

export const importStates = {
  checked: "Checked, nothing written",
  running: "Being written",
  done: "Written",
  failed: "Stopped",
} as const;
export type ImportState = keyof typeof importStates;

/** Opening on bank holidays, where somebody has said. */
export const bankHolidayHours = { open: "Open", closed: "Closed", ask: "Ask first" } as const;
export type BankHolidayHours = keyof typeof bankHolidayHours;
