import { describe, expect, test } from "vitest";
import { type CaseAtHand, mayClimbCase, mayHandleCase } from "#app/domain/cases/policy.ts";
import type { Actor } from "#app/domain/context.ts";
import type { Role } from "#db/vocabulary.ts";

const person = (roles: [Role, string | null][] = [], id = "p"): Actor => ({
  ...{ kind: "person", id, name: "Amina Okafor", email: "amina@example.org" },
  roles: roles.map(([role, scopeId]) => ({ role, scopeId })),
});

const actors = {
  visitor: { kind: "visitor" },
  nobody: person(),
  owner: person([["organisation-owner", "organisation"]]),
  editor: person([["organisation-editor", "organisation"]]),
  otherOwner: person([["organisation-owner", "other"]]),
  lead: person([["group-lead", "network"]]),
  otherLead: person([["group-lead", "other"]]),
  leadAndOwner: person([
    ["group-lead", "network"],
    ["organisation-owner", "organisation"],
  ]),
  secretariat: person([["secretariat", "network"]]),
  icb: person([["icb-staff", null]]),
  administrator: person([["administrator", null]]),
  job: { kind: "job", name: "test" },
} satisfies Record<string, Actor>;
type Who = keyof typeof actors;

const at = (over: Partial<CaseAtHand>): CaseAtHand => ({
  ...{ kind: "report", level: "team", organisationId: "organisation", groupId: "network" },
  ...{ personId: null, fromEmail: null },
  ...over,
});

const always: Who[] = ["administrator", "job"];

const cases: [string, CaseAtHand, Who[]][] = [
  ["a report at its owner", at({ level: "owner" }), ["owner", "editor", "leadAndOwner"]],
  ["a report at the lead", at({ level: "lead" }), ["lead", "leadAndOwner"]],
  ["a report at the team", at({ level: "team" }), []],
  ["a lead's level without a network", at({ level: "lead", groupId: null }), []],
  ["a registration at the lead", at({ kind: "registration", level: "lead" }), ["lead"]],
  ["a change at the lead: not of one's own organisation", at({ kind: "change", level: "lead" }), ["lead"]],
  ["a claim at the lead: not of one's own organisation", at({ kind: "claim", level: "lead" }), ["lead"]],
  ["a change that one asked for oneself", at({ kind: "change", level: "lead", personId: "p" }), []],
  [
    "a claim that one made signed out, under one's own address",
    at({ kind: "claim", level: "lead", fromEmail: " Amina@Example.org" }),
    [],
  ],
  ["a report that one made oneself", at({ level: "owner", personId: "p" }), []],
  ["an unconfirmed record at the lead", at({ kind: "stale", level: "lead" }), ["lead", "leadAndOwner"]],
];

describe("who may handle a case", () => {
  test.each(cases)("%s", (_name, found, allowed) => {
    const may = Object.entries(actors)
      .filter(([, actor]) => mayHandleCase(actor, found))
      .map(([name]) => name);
    expect(may.toSorted()).toEqual([...allowed, ...always].toSorted());
  });

  test("the team decides even what one of it raised", () => {
    const own = at({ kind: "registration", personId: "p" });
    expect(mayHandleCase(actors.administrator, own)).toBe(true);
  });
});

test("a case is passed on by whoever has it at the lead's level, and from nowhere else", () => {
  const may = (who: Who, found: CaseAtHand) => mayClimbCase(actors[who], found);
  expect(may("lead", at({ level: "lead" }))).toBe(true);
  expect(may("administrator", at({ level: "lead" }))).toBe(true);
  expect(may("otherLead", at({ level: "lead" }))).toBe(false);
  expect(may("administrator", at({ level: "team" }))).toBe(false);
  expect(may("owner", at({ level: "owner" }))).toBe(false);
});
