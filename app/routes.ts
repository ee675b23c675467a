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

  // Keeping opportunities
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
  route("sign-in", "routes/accounts/sign-in.tsx"),
  route("sign-out", "routes/accounts/sign-out.ts"),
  route("account", "routes/accounts/account.tsx"),

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
