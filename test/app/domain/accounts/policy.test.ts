import { expect, test } from "vitest";
import {
  holds,
  isAdministrator,
  isPartner,
  isSelf,
  keeps,
  mayRunPeopleOf,
  mayRunRoles,
  needsSecondStep,
  owns,
} from "#app/domain/accounts/policy.ts";
import type { Actor } from "#app/domain/context.ts";
import { type Role, roles, wordsOf } from "#db/vocabulary.ts";

const ours = "organisation-1";

const person = (...held: [Role, string | null][]): Actor => ({
  kind: "person",
  id: "amina",
  name: "Amina Okafor",
  email: "amina@example.org",
  roles: held.map(([role, scopeId]) => ({ role, scopeId })),
});

const actors: Record<string, Actor> = {
  visitor: { kind: "visitor" },
  "API client": { kind: "api-client", id: "1", name: "Link workers" },
  job: { kind: "job", name: "test" },
  "no role": person(),
  "owner of ours": person(["organisation-owner", ours]),
  "owner of another": person(["organisation-owner", "organisation-2"]),
  "editor of ours": person(["organisation-editor", ours]),
  "editor of another": person(["organisation-editor", "organisation-2"]),
  "lead of a group": person(["group-lead", "group-1"]),
  secretariat: person(["secretariat", "group-1"]),
  "ICB staff": person(["icb-staff", null]),
  administrator: person(["administrator", null]),
};

const deeds: Record<string, { may: (actor: Actor) => boolean; who: string[] }> = {
  "keep our record": { may: (actor) => keeps(actor, ours), who: ["owner of ours", "editor of ours"] },
  "own our record": { may: (actor) => owns(actor, ours), who: ["owner of ours"] },
  "say who keeps our record": {
    may: (actor) => mayRunPeopleOf(actor, ours),
    who: ["owner of ours", "administrator"],
  },
  "grant and end any role": { may: mayRunRoles, who: ["job", "administrator"] },
  "act as the team": { may: isAdministrator, who: ["administrator"] },
  "read what partners may": {
    may: isPartner,
    who: ["job", "lead of a group", "secretariat", "ICB staff", "administrator"],
  },
};

const table = Object.entries(deeds).flatMap(([deed, { may, who }]) =>
  Object.entries(actors).map(([name, actor]) => [name, deed, who.includes(name), may(actor)] as const),
);

test.each(table)("%s, %s: %s", (_actor, _deed, expected, answer) => expect(answer).toBe(expected));

test("a scoped role is held for its own record alone", () => {
  expect(holds(person(["organisation-owner", ours]), "organisation-owner")).toBe(false);
  expect(holds(person(["administrator", null]), "administrator", ours)).toBe(false);
});

test("only oneself is oneself", () => {
  expect(isSelf(person(), "amina")).toBe(true);
  expect(isSelf(person(["administrator", null]), "tom")).toBe(false);
  expect(isSelf({ kind: "job", name: "test" }, "amina")).toBe(false);
});

test("roles that reach further than one organisation need a second step", () => {
  expect(wordsOf(roles).filter(needsSecondStep)).toEqual([
    "group-lead",
    "secretariat",
    "icb-staff",
    "administrator",
  ]);
});
