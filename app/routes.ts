import { index, type RouteConfig, route } from "@remix-run/route-config";

/** The whole site on one page. A line is an address and the door behind it; app/paths.ts spells the addresses. */
export default [
  // The front door and finding help
  index("routes/home.tsx"),
  route("search", "routes/search/results.tsx"),
  route("services/:slug", "routes/services/show.tsx"),
  route("whats-on", "routes/events/index.tsx"),
  route("events/:id", "routes/events/show.tsx"),
  route("opportunities", "routes/opportunities/index.tsx"),
  route("opportunities/:slug", "routes/opportunities/show.tsx"),

  // Keeping opportunities and events
  route("organisations/:slug/events", "routes/organisations/events.tsx"),
  route("organisations/:slug/events/new", "routes/organisations/events-new.tsx"),
  route("events/:id/edit", "routes/events/edit.tsx"),
  route("events/:id/cancellation", "routes/events/cancellation.tsx"),
  route("events/:id/reinstatement", "routes/events/reinstatement.tsx"),
  route("events/:id/archive", "routes/events/archive.tsx"),
  route("events/:id/restoration", "routes/events/restoration.tsx"),
  route("organisations/:slug/opportunities", "routes/organisations/opportunities.tsx"),
  route("organisations/:slug/opportunities/new", "routes/organisations/opportunities-new.tsx"),
  route("organisations/:slug/opportunities/new/:kind", "routes/opportunities/new.tsx"),
  route("opportunities/:slug/edit", "routes/opportunities/edit.tsx"),
  route("opportunities/:slug/preview", "routes/opportunities/preview.tsx"),
  route("opportunities/:slug/publication", "routes/opportunities/publication.tsx"),
  route("opportunities/:slug/closure", "routes/opportunities/closure.tsx"),
  route("opportunities/:slug/copy", "routes/opportunities/copy.tsx"),
  route("opportunities/:slug/archive", "routes/opportunities/archive.tsx"),
  route("opportunities/:slug/restoration", "routes/opportunities/restoration.tsx"),
  route("opportunities/:slug/history", "routes/opportunities/history.tsx"),
  route("opportunities/:slug/history/:change", "routes/opportunities/version.tsx"),

  // The directory
  route("places", "routes/places/index.tsx"),
  route("places/:slug", "routes/places/show.tsx"),
  route("groups", "routes/groups/index.tsx"),
  route("groups/:slug", "routes/groups/show.tsx"),
  route("organisations", "routes/organisations/index.tsx"),
  route("organisations/:slug", "routes/organisations/show.tsx"),

  // Registering an organisation, without an account
  route("register", "routes/register/index.tsx"),
  route("register/new", "routes/register/new.tsx"),
  route("register/continue/:token", "routes/register/continue.tsx"),
  route("register/:id", "routes/register/show.tsx"),
  route("register/:id/you", "routes/register/you.tsx"),
  route("register/:id/check", "routes/register/check.tsx"),
  route("register/:id/link", "routes/register/link.tsx"),
  route("register/:id/:step", "routes/register/step.tsx"),

  // Keeping an organisation's own record
  route("organisations/:slug/claim", "routes/organisations/claim.tsx"),
  route("organisations/:slug/edit", "routes/organisations/keeping/edit.tsx"),
  route("organisations/:slug/edit/:section", "routes/organisations/keeping/edit-section.tsx"),
  route("organisations/:slug/changes/:change/withdrawal", "routes/organisations/keeping/edit-withdrawal.tsx"),
  route("organisations/:slug/history", "routes/organisations/keeping/history.tsx"),
  route("organisations/:slug/history/:change", "routes/organisations/keeping/history-version.tsx"),
  route("organisations/:slug/state", "routes/organisations/keeping/state.tsx"),
  route("organisations/:slug/reopening", "routes/organisations/keeping/state-reopening.ts"),
  route("organisations/:slug/trust", "routes/organisations/keeping/state-trust.tsx"),
  route("organisations/:slug/archive", "routes/organisations/keeping/archive.tsx"),
  route("organisations/:slug/restoration", "routes/organisations/keeping/restoration.tsx"),

  // Keeping services
  route("organisations/:slug/services", "routes/organisations/services.tsx"),
  route("organisations/:slug/services/new", "routes/organisations/services-new.tsx"),
  route("services/:slug/edit", "routes/services/edit.tsx"),
  route("services/:slug/edit/:section", "routes/services/section.tsx"),
  route("services/:slug/venues/new", "routes/services/venue-new.tsx"),
  route("services/:slug/venues/:venue", "routes/services/venue.tsx"),
  route("services/:slug/capacity", "routes/services/capacity.tsx"),
  route("services/:slug/preview", "routes/services/preview.tsx"),
  route("services/:slug/publication", "routes/services/states/publication.tsx"),
  route("services/:slug/publication/withdrawal", "routes/services/states/withdrawal.ts"),
  route("services/:slug/state", "routes/services/states/state.tsx"),
  route("services/:slug/reopening", "routes/services/states/reopening.ts"),
  route("services/:slug/archive", "routes/services/states/archive.tsx"),
  route("services/:slug/restoration", "routes/services/states/restoration.tsx"),
  route("services/:slug/copy", "routes/services/copy.ts"),
  route("services/:slug/history", "routes/services/history.tsx"),
  route("services/:slug/history/:change", "routes/services/version.tsx"),

  // Meetings, agendas and what networks raise
  route("meetings", "routes/meetings/index.tsx"),
  route("meetings/:id", "routes/meetings/show.tsx"),
  route("meetings/:id.ics", "routes/meetings/calendar-file.ts"),
  route("meetings/:id/agenda", "routes/meetings/agenda.tsx"),
  route("meetings/:id/publication", "routes/meetings/publication.tsx"),
  route("meetings/:id/items/new", "routes/items/new.tsx"),
  route("items/:id", "routes/items/show.tsx"),
  route("items/:id/withdrawal", "routes/items/withdrawal.tsx"),

  // Calendars for any client
  route("calendars/places/:place.ics", "routes/calendars/place-feed.ts"),
  route("calendars/:group.ics", "routes/calendars/group-feed.ts"),

  // Accounts
  route("sign-in", "routes/accounts/sign-in/sign-in.tsx"),
  route("sign-in/link", "routes/accounts/sign-in/link.tsx"),
  route("sign-in/link/:token", "routes/accounts/sign-in/open-link.tsx"),
  route("sign-in/code", "routes/accounts/sign-in/code.tsx"),
  route("sign-out", "routes/accounts/sign-in/sign-out.ts"),
  route("forgotten-password", "routes/accounts/password/forgotten.tsx"),
  route("forgotten-password/:token", "routes/accounts/password/reset.tsx"),
  route("invitations/:token", "routes/accounts/invitation.tsx"),
  route("account", "routes/accounts/account.tsx"),
  route("account/password", "routes/accounts/password/change.tsx"),
  route("account/email", "routes/accounts/email/change.tsx"),
  route("account/email/:token", "routes/accounts/email/confirmation.tsx"),
  route("account/email/:token/refusal", "routes/accounts/email/refusal.tsx"),
  route("account/verification", "routes/accounts/email/verification.tsx"),
  route("account/verification/:token", "routes/accounts/email/verified.tsx"),
  route("account/sessions", "routes/accounts/sessions/index.tsx"),
  route("account/sessions/all", "routes/accounts/sessions/end-all.ts"),
  route("account/sessions/:id", "routes/accounts/sessions/end.ts"),
  route("account/second-step", "routes/accounts/second-step/index.tsx"),
  route("account/second-step/new", "routes/accounts/second-step/new.tsx"),
  route("account/second-step/removal", "routes/accounts/second-step/removal.tsx"),
  route("account/recovery-codes", "routes/accounts/second-step/recovery-codes.tsx"),
  route("account/data", "routes/accounts/personal-data/data.tsx"),
  route("account/data.json", "routes/accounts/personal-data/data-file.ts"),
  route("account/erasure", "routes/accounts/personal-data/erasure.tsx"),
  route("account/erased", "routes/accounts/personal-data/erased.tsx"),

  // What waits for somebody to decide or mend
  route("cases", "routes/cases/index.tsx"),
  route("cases/answers/:token", "routes/cases/answer.tsx"),
  route("cases/:id", "routes/cases/show.tsx"),
  route("cases/:id/approval", "routes/cases/approval.tsx"),
  route("cases/:id/question", "routes/cases/question.tsx"),
  route("cases/:id/decline", "routes/cases/decline.tsx"),
  route("cases/:id/resolution", "routes/cases/resolution.tsx"),
  route("cases/:id/climb", "routes/cases/climb.tsx"),

  // Keeping records right: confirming them, and saying that something is wrong
  route("confirm/:token", "routes/upkeep/confirm.tsx"),
  route("confirm/:token/link", "routes/upkeep/fresh-link.ts"),
  route("account/confirmations", "routes/upkeep/confirmations.tsx"),
  route("team/upkeep", "routes/upkeep/settings.tsx"),
  route("organisations/:slug/report", "routes/reports/on-organisation.tsx"),
  route("services/:slug/report", "routes/reports/on-service.tsx"),
  route("opportunities/:slug/report", "routes/reports/on-opportunity.tsx"),

  // The Assembly team
  route("team", "routes/team/index.tsx"),
  route("team/people", "routes/team/people/index.tsx"),
  route("team/people/new", "routes/team/people/new.tsx"),
  route("team/people/:id", "routes/team/people/show.tsx"),
  route("team/people/:id/roles/new", "routes/team/people/grant.tsx"),
  route("team/people/:id/roles/:grant/end", "routes/team/people/end-role.tsx"),
  route("team/people/:id/second-step", "routes/team/people/second-step.tsx"),
  route("organisations/:slug/people", "routes/organisations/people/index.tsx"),
  route("organisations/:slug/people/new", "routes/organisations/people/new.tsx"),
  route("organisations/:slug/people/:grant/end", "routes/organisations/people/end.tsx"),

  // Machine doors
  route("api/meetings", "routes/api/meetings.ts"),
  route("api/meetings/:id", "routes/api/meeting.ts"),
  route("api/events", "routes/api/events.ts"),
  route("api/events/:id", "routes/api/event.ts"),
  route("api/organisations/duplicates", "routes/api/duplicates.ts"),
  route("api/search", "routes/api/search.ts"),
  route("api/*", "routes/api/not-found.ts"),

  // For developers: mails of a site without a mail server
  route("dev/outbox", "routes/dev/outbox.tsx"),
  route("dev/outbox/:id", "routes/dev/mail.tsx"),

  // About us
  route("about", "routes/about/about.tsx"),
  route("about/accessibility", "routes/about/accessibility.tsx"),
  route("about/privacy", "routes/about/privacy.tsx"),
  route("about/api", "routes/about/api.tsx"),

  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
