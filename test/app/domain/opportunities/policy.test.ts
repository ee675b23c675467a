import { describe, expect, test } from "vitest";
import { mayKeepEvents, mayListDates } from "#app/domain/calendars/typed/policy.ts";
import type { Actor } from "#app/domain/context.ts";
import {
  mayKeepOpportunities,
  mayPublishAtOnce,
  mayRestoreOpportunity,
} from "#app/domain/opportunities/policy.ts";
import type { Role } from "#db/vocabulary.ts";

const ours = "00000000-0000-4000-8000-000000000001";
const theirs = "00000000-0000-4000-8000-000000000002";

const person = (role: Role, scopeId: string | null): Actor => ({
  ...{ kind: "person", id: "p", name: "Amina Okafor", email: "amina@example.org" },
  roles: [{ role, scopeId }],
});

const actors: Record<string, Actor> = {
  visitor: { kind: "visitor" },
  "API client": { kind: "api-client", id: "c", name: "Directory" },
  "somebody without a role": { ...person("icb-staff", null), roles: [] } as Actor,
  owner: person("organisation-owner", ours),
  editor: person("organisation-editor", ours),
  "owner of another": person("organisation-owner", theirs),
  "editor of another": person("organisation-editor", theirs),
  lead: person("group-lead", ours),
  secretariat: person("secretariat", ours),
  "ICB staff": person("icb-staff", null),
  administrator: person("administrator", null),
  job: { kind: "job", name: "list event dates" },
};

const now = new Date("2026-04-14T09:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const at = { organisationId: ours };

const deeds: Record<string, { may: (actor: Actor) => boolean; who: string[] }> = {
  "keep opportunities": {
    may: (actor) => mayKeepOpportunities(actor, at),
    who: ["owner", "editor", "administrator", "job"],
  },
  "publish the first time, of an organisation that is not trusted": {
    may: (actor) => mayPublishAtOnce(actor, { isTrusted: false, wasPublished: false }),
    who: ["administrator", "job"],
  },
  "put back what was archived a month ago less a day": {
    may: (actor) => mayRestoreOpportunity(actor, { ...at, archivedAt: daysAgo(29) }, now),
    who: ["owner", "editor", "administrator", "job"],
  },
  "put back what was archived a month ago": {
    may: (actor) => mayRestoreOpportunity(actor, { ...at, archivedAt: daysAgo(30) }, now),
    who: ["administrator"],
  },
  "keep events": {
    may: (actor) => mayKeepEvents(actor, at),
    who: ["owner", "editor", "administrator"],
  },
  "list further dates": { may: mayListDates, who: ["job"] },
};

describe.each(Object.entries(deeds))("may %s", (_, { may, who }) => {
  test.each(Object.entries(actors))("%s", (name, actor) => {
    expect(may(actor)).toBe(who.includes(name));
  });
});

test("a trusted organisation publishes at once, and so does anybody what was published before", () => {
  const editor = person("organisation-editor", ours);
  expect(mayPublishAtOnce(editor, { isTrusted: true, wasPublished: false })).toBe(true);
  expect(mayPublishAtOnce(editor, { isTrusted: false, wasPublished: true })).toBe(true);
});
