import { expect, test } from "vitest";
import { mayChangeForAll, mayKeepCalendar, mayRunGroupOf } from "#app/domain/calendars/policy.ts";
import type { Actor, HeldRole } from "#app/domain/context.ts";

const person = (id: string, ...roles: HeldRole[]): Actor => ({
  ...{ kind: "person", id, name: id, email: `${id}@example.org`, roles },
});
const leadOf = (id: string, ...groups: string[]) =>
  person(id, ...groups.map((scopeId) => ({ role: "group-lead" as const, scopeId })));

const joint = { groupIds: ["a", "b"], organisationId: null, connectedById: "ann" };
const ofOrganisation = { groupIds: [], organisationId: "o", connectedById: "ann" };
const job: Actor = { kind: "job", name: "calendar" };

test.for([
  ["who connected it and runs one group", leadOf("ann", "a"), joint, true, true],
  ["who joined it with another group", leadOf("bob", "b"), joint, true, false],
  ["who runs each of its groups", leadOf("bob", "a", "b"), joint, true, true],
  ["who connected it and runs none any more", leadOf("ann"), joint, false, false],
  ["a lead elsewhere", leadOf("cat", "c"), joint, false, false],
  ["the secretariat of one", person("sec", { role: "secretariat", scopeId: "b" }), joint, true, false],
  ["the Assembly team", person("team", { role: "administrator", scopeId: null }), joint, true, true],
  ["the clock", job, joint, true, true],
  ["an editor", person("ed", { role: "organisation-editor", scopeId: "o" }), ofOrganisation, true, true],
  [
    "an editor elsewhere",
    person("ed", { role: "organisation-editor", scopeId: "p" }),
    ofOrganisation,
    false,
    false,
  ],
] as const)("%s may keep it, and change it for all", ([, actor, calendar, keeps, changes]) => {
  expect([mayKeepCalendar(actor, calendar), mayChangeForAll(actor, calendar)]).toEqual([keeps, changes]);
});

test("a group's own part is for who runs that group, whoever connected the calendar", () => {
  expect(mayRunGroupOf(leadOf("ann", "a"), "b")).toBe(false);
  expect(mayRunGroupOf(leadOf("bob", "b"), "b")).toBe(true);
});
