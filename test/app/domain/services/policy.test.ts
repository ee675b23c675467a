import { describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/context.ts";
import {
  mayEditService,
  mayKeepServices,
  mayRestoreService,
  publishesAtOnce,
} from "#app/domain/services/policy.ts";
import type { Role } from "#db/vocabulary.ts";

const [ours, other] = ["our-organisation", "another"];
const as = (role: Role, scopeId: string | null): Actor => ({
  ...{ kind: "person", id: role, name: "Sam", email: "sam@example.org", roles: [{ role, scopeId }] },
});

const actors: Record<string, Actor> = {
  visitor: { kind: "visitor" },
  "signed in": { kind: "person", id: "1", name: "Sam", email: "s@example.org", roles: [] },
  "API client": { kind: "api-client", id: "1", name: "A map" },
  editor: as("organisation-editor", ours),
  owner: as("organisation-owner", ours),
  "editor of another": as("organisation-editor", other),
  "owner of another": as("organisation-owner", other),
  "network lead": as("group-lead", "network"),
  secretariat: as("secretariat", "board"),
  "ICB staff": as("icb-staff", null),
  administrator: as("administrator", null),
  job: { kind: "job", name: "import" },
};
const keepers = ["editor", "owner", "administrator", "job"];

const now = new Date("2026-05-14T09:00:00Z");
const service = (state: "draft" | "live" | "archived", archivedAt: string | null = null) => ({
  ...{ organisationId: ours, state, archivedAt },
});
const soon = service("archived", "2026-04-14T09:00:00.000Z");
const late = service("archived", "2026-04-14T08:59:59.000Z");

const deeds: [string, (actor: Actor) => boolean, string[]][] = [
  ["see and add services of every state", (actor) => mayKeepServices(actor, ours), keepers],
  ["edit a draft", (actor) => mayEditService(actor, service("draft")), keepers],
  ["edit a live service", (actor) => mayEditService(actor, service("live")), keepers],
  ["edit an archived service", (actor) => mayEditService(actor, soon), []],
  ["bring it back within 30 days", (actor) => mayRestoreService(actor, soon, now), keepers],
  ["bring it back later", (actor) => mayRestoreService(actor, late, now), ["administrator", "job"]],
  ["bring back what is not archived", (actor) => mayRestoreService(actor, service("live"), now), []],
  [
    "publish at once for an organisation that is not trusted",
    (actor) => publishesAtOnce(actor, { isTrusted: false }),
    ["administrator", "job"],
  ],
  [
    "publish at once for one that is trusted",
    (actor) => publishesAtOnce(actor, { isTrusted: true }),
    Object.keys(actors),
  ],
];

describe.each(deeds)("may %s", (_, may, allowed) => {
  test.each(Object.entries(actors))("%s", (name, actor) => {
    expect(may(actor)).toBe(allowed.includes(name));
  });
});
