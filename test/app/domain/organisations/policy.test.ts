import { describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/context.ts";
import {
  mayArchiveOrganisation,
  mayEditOrganisation,
  mayRestoreOrganisation,
  mayTrustOrganisation,
  needsApproval,
  publishesAtOnce,
} from "#app/domain/organisations/policy.ts";
import { emptyRecord } from "#app/domain/organisations/record/record.ts";
import type { Role } from "#db/vocabulary.ts";

const person = (role?: Role, scopeId: string | null = null): Actor => ({
  ...{ kind: "person", id: "p", name: "Amina Okafor", email: "amina@example.org" },
  roles: role ? [{ role, scopeId }] : [],
});

const actors = {
  visitor: { kind: "visitor" },
  nobody: person(),
  owner: person("organisation-owner", "ours"),
  editor: person("organisation-editor", "ours"),
  otherOwner: person("organisation-owner", "theirs"),
  lead: person("group-lead", "network"),
  secretariat: person("secretariat", "board"),
  icb: person("icb-staff"),
  administrator: person("administrator"),
  job: { kind: "job", name: "test" },
} satisfies Record<string, Actor>;

const now = new Date("2026-04-14T09:00:00Z");
const archived = (days: number) => ({
  id: "ours",
  archivedAt: new Date(now.getTime() - days * 86_400_000).toISOString(),
});

const deeds = {
  "edit our record": (actor: Actor) => mayEditOrganisation(actor, "ours"),
  "archive us": (actor: Actor) => mayArchiveOrganisation(actor, "ours"),
  "restore us after 30 days": (actor: Actor) => mayRestoreOrganisation(actor, archived(30), now),
  "restore us after 31 days": (actor: Actor) => mayRestoreOrganisation(actor, archived(31), now),
  "say that we are trusted": (actor: Actor) => mayTrustOrganisation(actor),
  "publish our name at once": (actor: Actor) => publishesAtOnce(actor, { isTrusted: false }),
};

const everybody = Object.keys(actors);
const team = ["administrator", "job"];

describe("who may do what with an organisation", () => {
  test.each<[keyof typeof deeds, string[]]>([
    ["edit our record", ["owner", "editor", ...team]],
    ["archive us", ["owner", ...team]],
    ["restore us after 30 days", ["owner", ...team]],
    ["restore us after 31 days", team],
    ["say that we are trusted", team],
    ["publish our name at once", team],
  ])("%s: %j", (deed, allowed) => {
    const those = Object.entries(actors).flatMap(([name, actor]) => (deeds[deed](actor) ? name : []));
    expect(those).toEqual(everybody.filter((name) => allowed.includes(name)));
  });
});

test("only a new name and another number are looked at first", () => {
  const { names, numbers, about } = emptyRecord("MAP", "charity");
  const identifiers = [{ scheme: "GB-CHC" as const, identifier: "1234567" }];
  expect([
    needsApproval("names", names, { ...names, name: "Map" }),
    needsApproval("names", names, { ...names, kind: "cic" }),
    needsApproval("names", names, { ...names, formerNames: [{ name: "Old", until: null }] }),
    needsApproval("numbers", numbers, { identifiers }),
    needsApproval("numbers", { identifiers }, { identifiers: [...identifiers] }),
    needsApproval("about", about, { ...about, description: "New" }),
  ]).toEqual([true, false, false, true, false, false]);
});
