/** Words of connected calendars, and of those who follow what is in them. */

/** Which happenings of a calendar are a group's meetings. */
export const matchRules = {
  all: "Every event",
  category: "Events with a category",
  title: "Events whose title holds certain words",
} as const;
export type MatchRule = keyof typeof matchRules;

/** How a run of a calendar ended. */
export const runOutcomes = {
  changed: "Read, with changes",
  unchanged: "Read, nothing new",
  held: "Held until somebody confirms",
  failed: "Could not be read",
} as const;
export type RunOutcome = keyof typeof runOutcomes;

/** What had a calendar read. */
export const runTriggers = { clock: "By the clock", person: "By hand", connect: "When connected" } as const;
export type RunTrigger = keyof typeof runTriggers;

/** Why a good reading is not believed at once (calendar cases 65 and 66). */
export const holdReasons = {
  emptied: "It suddenly holds nothing",
  halved: "Most of what was to come is gone",
} as const;
export type HoldReason = keyof typeof holdReasons;

/** Kinds of failure, by which the next try is chosen. */
export const failureKinds = {
  unreachable: "No answer",
  busy: "Asked to come back later",
  refused: "A sign-in is needed",
  gone: "Nothing at this address",
  "not-a-calendar": "Not a calendar",
  forbidden: "An address we may not ask",
  secret: "Its address or password cannot be opened",
} as const;
export type FailureKind = keyof typeof failureKinds;

/** How somebody hears of a group's meetings. */
export const followKinds = {
  news: "A mail when a meeting moves or is called off",
  invitations: "Each meeting as an invitation for my calendar",
} as const;
export type FollowKind = keyof typeof followKinds;

/** Answers to an invitation (iCalendar PARTSTAT, in lower case). */
export const attendanceAnswers = {
  accepted: "Coming",
  tentative: "Perhaps",
  declined: "Not coming",
} as const;
export type AttendanceAnswer = keyof typeof attendanceAnswers;

export const answerWays = { page: "On the page", mail: "By mail" } as const;
