/**
 * Controlled words: the one list behind each database check, form choice and filter.
 * No Drizzle here, so that a view may import it. Labels are what people read.
 */

/** Kinds of body that meet (DOMAIN.md, "Words"). */
export const groupKinds = {
  assembly: "VCSE Assembly",
  "steering-group": "Steering group",
  "place-network": "Place network",
  forum: "Thematic forum",
  "place-board": "Place Board",
  partnership: "Health and wellbeing partnership",
  "health-and-wellbeing-board": "Health and wellbeing board",
  "integrated-care-partnership": "Integrated care partnership",
  workstream: "Workstream",
  "working-group": "Working group",
} as const;
export type GroupKind = keyof typeof groupKinds;

export const organisationKinds = {
  charity: "Charity",
  cic: "Community interest company",
  company: "Not-for-profit company",
  "social-enterprise": "Social enterprise",
  "community-group": "Community group",
  "faith-group": "Faith group",
  "infrastructure-body": "Infrastructure body",
  council: "Council",
  nhs: "NHS body",
  "public-body": "Other public body",
} as const;
export type OrganisationKind = keyof typeof organisationKinds;

/** org-id.guide prefixes with the name people know (Open Referral: identifier_scheme, identifier_type). */
export const identifierSchemes = {
  "GB-CHC": "Charity number",
  "GB-COH": "Company number",
  "GB-SC": "Scottish charity number",
  "GB-NIC": "Northern Ireland charity number",
  "GB-MPR": "Mutual society number",
  "GB-NHS": "NHS organisation code",
  "GB-LAE": "Local authority code",
} as const;
export type IdentifierScheme = keyof typeof identifierSchemes;

export const recordStates = {
  draft: "Draft",
  waiting: "Waiting for approval",
  live: "Live",
  "temporarily-closed": "Temporarily closed",
  archived: "Archived",
} as const;
export type RecordState = keyof typeof recordStates;

export const locationTypes = { physical: "Physical", postal: "Postal", virtual: "Online" } as const;

export const capacityStates = { open: "Open", "waiting-list": "Waiting list", full: "Full" } as const;
export type CapacityState = keyof typeof capacityStates;

export const frequencies = { WEEKLY: "Weekly", MONTHLY: "Monthly" } as const;
export type Frequency = keyof typeof frequencies;

export const opportunityKinds = {
  volunteering: "Volunteering",
  job: "Job",
  funding: "Funding",
  training: "Training",
  tender: "Tender or commissioning intention",
  collaboration: "Collaboration call",
  consultation: "Consultation",
} as const;
export type OpportunityKind = keyof typeof opportunityKinds;

export const footprintKinds = {
  place: "Place",
  district: "District",
  county: "County",
  system: "Integrated care system",
  neighbourhood: "Neighbourhood",
} as const;
export type FootprintKind = keyof typeof footprintKinds;

export const calendarKinds = {
  address: "Calendar address",
  caldav: "CalDAV calendar",
  upload: "Uploaded file",
  file: "Calendar file",
} as const;
export type CalendarKind = keyof typeof calendarKinds;

/** Status of something in a diary (iCalendar STATUS), and "withdrawn": gone from its feed. */
export const occurrenceStates = {
  confirmed: "Confirmed",
  tentative: "Provisional",
  cancelled: "Cancelled",
  withdrawn: "Withdrawn by organiser",
} as const;
export type OccurrenceState = keyof typeof occurrenceStates;

export const meetingStates = {
  planned: "Planned",
  tentative: "Provisional",
  held: "Held",
  inquorate: "Held without a quorum",
  postponed: "Postponed",
  cancelled: "Cancelled",
  withdrawn: "Withdrawn by organiser",
} as const;
export type MeetingState = keyof typeof meetingStates;

export const meetingKinds = { ordinary: "Ordinary", urgent: "Urgent", development: "Development" } as const;
export type MeetingKind = keyof typeof meetingKinds;

export const agendaStates = {
  none: "No agenda yet",
  draft: "Draft agenda",
  published: "Agenda published",
} as const;
export type AgendaState = keyof typeof agendaStates;

export const agendaItemTypes = {
  standing: "Standing item",
  report: "Report",
  presentation: "Presentation",
  minutes: "Minutes",
  questions: "Questions",
  urgent: "Urgent item",
  network: "Raised by a network",
} as const;
export type AgendaItemType = keyof typeof agendaItemTypes;

export const purposes = {
  decide: "To decide",
  note: "To note",
  comment: "To comment",
  endorse: "To endorse",
} as const;
export type Purpose = keyof typeof purposes;

/** Where an agenda item came from: the "origin" of the agenda API. */
export const itemOrigins = {
  standing: "Standing item",
  "forward-plan": "Forward plan",
  network: "Raised by a network",
  secretariat: "Added by the secretariat",
} as const;
export type ItemOrigin = keyof typeof itemOrigins;

export const raisedItemStates = {
  raised: "Waiting for a meeting",
  placed: "On an agenda",
  declined: "Declined",
  decided: "Decided",
  withdrawn: "Withdrawn",
} as const;
export type RaisedItemState = keyof typeof raisedItemStates;

export const forwardPlanKinds = {
  statutory: "Statutory",
  request: "Request",
  network: "Network item",
  planned: "Planned",
} as const;
export type ForwardPlanKind = keyof typeof forwardPlanKinds;

export const forwardPlanStates = {
  planned: "Planned",
  placed: "On an agenda",
  done: "Done",
  dropped: "Dropped",
} as const;

/** Roles a person may hold; some are limited to one organisation or group. */
export const roles = {
  "organisation-owner": "Organisation owner",
  "organisation-editor": "Organisation editor",
  "group-lead": "Group lead",
  secretariat: "Secretariat",
  "icb-staff": "ICB staff",
  administrator: "Administrator",
} as const;
export type Role = keyof typeof roles;

/** Roles that are held for one organisation or group; the others are held for the whole system. */
export const scopedRoles = [
  "organisation-owner",
  "organisation-editor",
  "group-lead",
  "secretariat",
] as const;

/** Who may stand behind a change: the kinds of Actor (app/domain/context.ts). */
export const actorKinds = {
  visitor: "Visitor",
  person: "Person",
  "api-client": "API client",
  job: "Job",
} as const;
export type ActorKind = keyof typeof actorKinds;

/** ICP terms of reference, Appendix B (S1:3512-3524). */
export const exemptCategories = {
  individual: "Information relating to any individual",
  identity: "Information which is likely to reveal the identity of an individual",
  financial: "Information relating to the financial or business affairs of any particular person",
  labour: "Information relating to consultations or negotiations on a labour relations matter",
  crime: "Information relating to the prevention, investigation or prosecution of crime",
} as const;
export type ExemptCategory = keyof typeof exemptCategories;

/** The words of a list, in order, typed for a Drizzle enum column. */
export const wordsOf = <T extends Record<string, string>>(list: T) =>
  Object.keys(list) as [Extract<keyof T, string>, ...Extract<keyof T, string>[]];
