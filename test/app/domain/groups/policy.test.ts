import { expect, test } from "vitest";
import type { Actor, HeldRole } from "#app/domain/context.ts";
import { maySeeWhoSits } from "#app/domain/groups/policy.ts";

const person = (...roles: HeldRole[]): Actor => ({
  kind: "person",
  id: "p",
  name: "P",
  email: "p@example.org",
  roles,
});

const actors = {
  visitor: { kind: "visitor" } as Actor,
  "somebody without a role": person(),
  "an organisation's editor": person({ role: "organisation-editor", scopeId: "o" }),
  "ICB staff": person({ role: "icb-staff", scopeId: null }),
  "the group's lead": person({ role: "group-lead", scopeId: "g" }),
  "another group's lead": person({ role: "group-lead", scopeId: "other" }),
  "the group's secretariat": person({ role: "secretariat", scopeId: "g" }),
  administrator: person({ role: "administrator", scopeId: null }),
};

test.each<[keyof typeof actors, boolean]>([
  ["visitor", false],
  ["somebody without a role", false],
  ["an organisation's editor", false],
  ["ICB staff", true],
  ["another group's lead", true],
  ["the group's lead", true],
  ["the group's secretariat", true],
  ["administrator", true],
])("%s sees who sits on a group: %s", (who, sees) => {
  expect(maySeeWhoSits(actors[who])).toBe(sees);
});
