/** Every address of the site as a function. Nothing else spells one, and this file imports nothing. */

type Query = Record<string, string | number | undefined | null>;

/** A path with its query; empty values are left out, so that one page has one address. */
function withQuery(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  );
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}

const part = encodeURIComponent;

export const paths = {
  home: () => "/",
  search: (query?: { q?: string; near?: string; place?: string; topic?: string; page?: number }) =>
    withQuery("/search", query),
  service: (slug: string) => `/services/${part(slug)}`,
  keptServices: (organisation: string, query?: { did?: string }) =>
    withQuery(`/organisations/${part(organisation)}/services`, query),
  newService: (organisation: string) => `/organisations/${part(organisation)}/services/new`,
  editService: (slug: string, query?: { did?: string }) => withQuery(`/services/${part(slug)}/edit`, query),
  editServiceSection: (slug: string, section: string, query?: { did?: string }) =>
    withQuery(`/services/${part(slug)}/edit/${part(section)}`, query),
  addVenue: (slug: string) => `/services/${part(slug)}/venues/new`,
  editVenue: (slug: string, venue: string) => `/services/${part(slug)}/venues/${part(venue)}`,
  serviceCapacity: (slug: string, query?: { did?: string }) =>
    withQuery(`/services/${part(slug)}/capacity`, query),
  previewService: (slug: string) => `/services/${part(slug)}/preview`,
  publishService: (slug: string) => `/services/${part(slug)}/publication`,
  withdrawService: (slug: string) => `/services/${part(slug)}/publication/withdrawal`,
  serviceState: (slug: string) => `/services/${part(slug)}/state`,
  reopenService: (slug: string) => `/services/${part(slug)}/reopening`,
  copyService: (slug: string) => `/services/${part(slug)}/copy`,
  archiveService: (slug: string) => `/services/${part(slug)}/archive`,
  restoreService: (slug: string) => `/services/${part(slug)}/restoration`,
  serviceHistory: (slug: string) => `/services/${part(slug)}/history`,
  serviceVersion: (slug: string, change: string) => `/services/${part(slug)}/history/${part(change)}`,
  organisations: (query?: {
    q?: string;
    place?: string;
    topic?: string;
    kind?: string;
    after?: string;
    before?: string;
  }) => withQuery("/organisations", query),
  organisation: (slug: string) => `/organisations/${part(slug)}`,
  editOrganisation: (slug: string, query?: { did?: string }) =>
    withQuery(`/organisations/${part(slug)}/edit`, query),
  editOrganisationSection: (slug: string, section: string) =>
    `/organisations/${part(slug)}/edit/${part(section)}`,
  organisationHistory: (slug: string, query?: { did?: string }) =>
    withQuery(`/organisations/${part(slug)}/history`, query),
  organisationVersion: (slug: string, change: string) =>
    `/organisations/${part(slug)}/history/${part(change)}`,
  claimOrganisation: (slug: string) => `/organisations/${part(slug)}/claim`,
  organisationState: (slug: string) => `/organisations/${part(slug)}/state`,
  reopenOrganisation: (slug: string) => `/organisations/${part(slug)}/reopening`,
  archiveOrganisation: (slug: string) => `/organisations/${part(slug)}/archive`,
  restoreOrganisation: (slug: string) => `/organisations/${part(slug)}/restoration`,
  trustOrganisation: (slug: string) => `/organisations/${part(slug)}/trust`,
  withdrawChange: (slug: string, change: string) =>
    `/organisations/${part(slug)}/changes/${part(change)}/withdrawal`,
  register: () => "/register",
  registerNew: () => "/register/new",
  registration: (id: string, query?: { did?: string }) => withQuery(`/register/${part(id)}`, query),
  registrationStep: (id: string, step: string) => `/register/${part(id)}/${part(step)}`,
  checkRegistration: (id: string) => `/register/${part(id)}/check`,
  linkRegistration: (id: string) => `/register/${part(id)}/link`,
  registrationLinks: (query?: { did?: string }) => withQuery("/register/links", query),
  continueRegistration: (token: string, query?: { did?: string }) =>
    withQuery(`/register/continue/${part(token)}`, query),
  freshRegistrationLink: (token: string) => `/register/continue/${part(token)}/link`,
  mergeOrganisation: (slug: string, query?: { q?: string; from?: string }) =>
    withQuery(`/organisations/${part(slug)}/merge`, query),
  undoMerge: (id: string) => `/merges/${part(id)}/undo`,
  teamOrganisations: (query?: { q?: string; state?: string; show?: string; page?: number; did?: string }) =>
    withQuery("/team/organisations", query),
  exportOrganisations: () => "/team/organisations/export.csv",
  importOrganisations: () => "/team/organisations/import",
  importTemplate: () => "/team/organisations/template.csv",
  organisationImport: (id: string, query?: { show?: string; page?: number }) =>
    withQuery(`/team/imports/${part(id)}`, query),
  runImport: (id: string) => `/team/imports/${part(id)}/writing`,
  places: () => "/places",
  place: (slug: string) => `/places/${part(slug)}`,
  whatsOn: (query?: { place?: string; from?: string; topic?: string; page?: number }) =>
    withQuery("/whats-on", query),
  event: (occurrenceId: string, query?: { did?: string }) =>
    withQuery(`/events/${part(occurrenceId)}`, query),
  keptEvents: (organisation: string, query?: { did?: string }) =>
    withQuery(`/organisations/${part(organisation)}/events`, query),
  newEvent: (organisation: string) => `/organisations/${part(organisation)}/events/new`,
  editEvent: (occurrenceId: string) => `/events/${part(occurrenceId)}/edit`,
  cancelEventDate: (occurrenceId: string) => `/events/${part(occurrenceId)}/cancellation`,
  reinstateEventDate: (occurrenceId: string) => `/events/${part(occurrenceId)}/reinstatement`,
  eventHistory: (occurrenceId: string) => `/events/${part(occurrenceId)}/history`,
  eventVersion: (occurrenceId: string, change: string) =>
    `/events/${part(occurrenceId)}/history/${part(change)}`,
  archiveEvent: (occurrenceId: string) => `/events/${part(occurrenceId)}/archive`,
  restoreEvent: (occurrenceId: string) => `/events/${part(occurrenceId)}/restoration`,
  opportunities: (query?: { kind?: string; place?: string; page?: number }) =>
    withQuery("/opportunities", query),
  opportunity: (slug: string, query?: { did?: string }) => withQuery(`/opportunities/${part(slug)}`, query),
  keptOpportunities: (organisation: string, query?: { did?: string }) =>
    withQuery(`/organisations/${part(organisation)}/opportunities`, query),
  newOpportunity: (organisation: string) => `/organisations/${part(organisation)}/opportunities/new`,
  newOpportunityOfKind: (organisation: string, kind: string) =>
    `/organisations/${part(organisation)}/opportunities/new/${part(kind)}`,
  editOpportunity: (slug: string, query?: { did?: string }) =>
    withQuery(`/opportunities/${part(slug)}/edit`, query),
  previewOpportunity: (slug: string) => `/opportunities/${part(slug)}/preview`,
  publishOpportunity: (slug: string, query?: { did?: string }) =>
    withQuery(`/opportunities/${part(slug)}/publication`, query),
  closeOpportunity: (slug: string) => `/opportunities/${part(slug)}/closure`,
  copyOpportunity: (slug: string) => `/opportunities/${part(slug)}/copy`,
  archiveOpportunity: (slug: string) => `/opportunities/${part(slug)}/archive`,
  restoreOpportunity: (slug: string) => `/opportunities/${part(slug)}/restoration`,
  opportunityHistory: (slug: string) => `/opportunities/${part(slug)}/history`,
  opportunityVersion: (slug: string, change: string) =>
    `/opportunities/${part(slug)}/history/${part(change)}`,
  groups: () => "/groups",
  group: (slug: string, query?: { did?: string }) => withQuery(`/groups/${part(slug)}`, query),
  followGroup: (slug: string) => `/groups/${part(slug)}/follow`,
  stopFollowing: (slug: string) => `/groups/${part(slug)}/follow/stop`,
  following: (query?: { did?: string }) => withQuery("/account/following", query),
  meetings: (query?: { group?: string; place?: string; from?: string; page?: number }) =>
    withQuery("/meetings", query),
  meeting: (id: string) => `/meetings/${part(id)}`,
  agenda: (id: string) => `/meetings/${part(id)}/agenda`,
  attendance: (id: string, query?: { did?: string }) => withQuery(`/meetings/${part(id)}/attendance`, query),
  meetingIcs: (id: string) => `/meetings/${part(id)}.ics`,
  raiseItem: (meetingId: string) => `/meetings/${part(meetingId)}/items/new`,
  raisedItem: (id: string) => `/items/${part(id)}`,
  withdrawItem: (id: string) => `/items/${part(id)}/withdrawal`,
  publishAgenda: (meetingId: string) => `/meetings/${part(meetingId)}/publication`,
  calendars: {
    all: (query?: { did?: string; state?: string; page?: number }) => withQuery("/calendars", query),
    new: (query?: { for?: string; how?: string }) => withQuery("/calendars/new", query),
    check: () => "/calendars/check",
    connect: () => "/calendars/connection",
    show: (id: string, query?: { did?: string }) => withQuery(`/calendars/${part(id)}`, query),
    deed: (id: string, deed: string, query?: { group?: string }) =>
      withQuery(`/calendars/${part(id)}/${deed}`, query),
    held: (id: string, event: string) => `/calendars/${part(id)}/held/${part(event)}`,
  },
  groupFeed: (slug: string) => `/calendars/${part(slug)}.ics`,
  placeFeed: (slug: string) => `/calendars/places/${part(slug)}.ics`,
  organisationFeed: (slug: string) => `/calendars/organisations/${part(slug)}.ics`,
  whatsOnFeed: (query?: { place?: string | undefined; topic?: string | undefined }) =>
    withQuery("/calendars/whats-on.ics", query),
  myFeed: (secret: string) => `/calendars/mine/${part(secret)}.ics`,
  eventIcs: (occurrenceId: string) => `/events/${part(occurrenceId)}.ics`,
  subscribe: (to: string, query?: { place?: string | undefined; topic?: string | undefined }) =>
    withQuery("/subscribe", { to, ...query }).replaceAll("%2F", "/"),
  myCalendar: (query?: { did?: string }) => withQuery("/account/calendar", query),
  renewMyCalendar: () => "/account/calendar/renewal",
  signIn: (query?: { next?: string }) => withQuery("/sign-in", query),
  signOut: () => "/sign-out",
  signInLink: (query?: { next?: string; email?: string; sent?: string }) => withQuery("/sign-in/link", query),
  openSignInLink: (token: string, query?: { next?: string }) =>
    withQuery(`/sign-in/link/${part(token)}`, query),
  signInCode: (query?: { next?: string }) => withQuery("/sign-in/code", query),
  forgottenPassword: (query?: { sent?: string }) => withQuery("/forgotten-password", query),
  resetPassword: (token: string) => `/forgotten-password/${part(token)}`,
  invitation: (token: string) => `/invitations/${part(token)}`,
  account: (query?: { did?: string }) => withQuery("/account", query),
  password: () => "/account/password",
  changeEmail: () => "/account/email",
  changeAddress: (token: string) => `/account/email/${part(token)}`,
  refuseAddress: (token: string) => `/account/email/${part(token)}/refusal`,
  sessions: () => "/account/sessions",
  endSession: (id: string) => `/account/sessions/${part(id)}`,
  signOutEverywhere: () => "/account/sessions/all",
  secondStep: () => "/account/second-step",
  setUpSecondStep: () => "/account/second-step/new",
  removeSecondStep: () => "/account/second-step/removal",
  recoveryCodes: () => "/account/recovery-codes",
  myData: () => "/account/data",
  myDataFile: () => "/account/data.json",
  erasure: () => "/account/erasure",
  erased: () => "/account/erased",
  verification: () => "/account/verification",
  verifyAddress: (token: string) => `/account/verification/${part(token)}`,
  team: () => "/team",
  people: (query?: { q?: string; role?: string; page?: number }) => withQuery("/team/people", query),
  newPerson: () => "/team/people/new",
  person: (id: string) => `/team/people/${part(id)}`,
  grantRole: (personId: string) => `/team/people/${part(personId)}/roles/new`,
  endRole: (personId: string, grantId: string) => `/team/people/${part(personId)}/roles/${part(grantId)}/end`,
  resetSecondStep: (personId: string) => `/team/people/${part(personId)}/second-step`,
  organisationPeople: (slug: string) => `/organisations/${part(slug)}/people`,
  invitePerson: (slug: string) => `/organisations/${part(slug)}/people/new`,
  endOrganisationRole: (slug: string, grantId: string) =>
    `/organisations/${part(slug)}/people/${part(grantId)}/end`,
  cases: (query?: { show?: string | undefined; kind?: string | undefined; page?: number; did?: string }) =>
    withQuery("/cases", query),
  case: (id: string, query?: { did?: string }) => withQuery(`/cases/${part(id)}`, query),
  approveCase: (id: string) => `/cases/${part(id)}/approval`,
  declineCase: (id: string) => `/cases/${part(id)}/decline`,
  askAboutCase: (id: string) => `/cases/${part(id)}/question`,
  resolveCase: (id: string) => `/cases/${part(id)}/resolution`,
  vouchForCase: (id: string) => `/cases/${part(id)}/vouching`,
  climbCase: (id: string) => `/cases/${part(id)}/climb`,
  answerCase: (token: string, query?: { did?: string }) => withQuery(`/cases/answers/${part(token)}`, query),
  report: (
    noun: "organisation" | "service" | "opportunity",
    slug: string,
    query?: { did?: string; event?: string },
  ) => withQuery(`/${noun === "opportunity" ? "opportunities" : `${noun}s`}/${part(slug)}/report`, query),
  confirm: (token: string, query?: { did?: string }) => withQuery(`/confirm/${part(token)}`, query),
  freshConfirmLink: (token: string) => `/confirm/${part(token)}/link`,
  confirmations: (query?: { did?: string }) => withQuery("/account/confirmations", query),
  upkeep: (query?: { did?: string }) => withQuery("/team/upkeep", query),
  outbox: (query?: { to?: string }) => withQuery("/dev/outbox", query),
  outboxMail: (id: string) => `/dev/outbox/${part(id)}`,
  about: () => "/about",
  accessibility: () => "/about/accessibility",
  apiDocs: () => "/about/api",
  privacy: () => "/about/privacy",
  api: {
    meetings: (query?: { group?: string; place?: string; from?: string; to?: string }) =>
      withQuery("/api/meetings", query),
    meeting: (id: string) => `/api/meetings/${part(id)}`,
    events: (query?: { place?: string; from?: string; to?: string }) => withQuery("/api/events", query),
    event: (id: string) => `/api/events/${part(id)}`,
    duplicates: (query?: { name?: string; places?: string; districts?: string }) =>
      withQuery("/api/organisations/duplicates", query),
    search: (query?: { q?: string; near?: string; place?: string; page?: number }) =>
      withQuery("/api/search", query),
  },
};
