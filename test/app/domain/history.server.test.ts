import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import { Conflict } from "#app/domain/errors.ts";
import { findHistory, refuseIfCrossed } from "#app/domain/history.server.ts";
import { record } from "#app/domain/record.server.ts";
import { seenOf } from "#app/domain/section.ts";
import { makePerson } from "#test/factories/meetings.ts";
import { NOW, test } from "#test/setup/context.ts";

const later = new Date(NOW.getTime() + 60_000);

describe("the history of a record", () => {
  test("says who did what and when, the newest first, of that record alone", async ({ ctx }) => {
    const [nounId, actor] = [randomUUID(), await makePerson(ctx, [], "Amina Okafor")];
    const change = { noun: "service", nounId };
    await record({ ...ctx, actor }, { ...change, deed: "begin service" });
    await record(
      { ...ctx, now: later },
      { ...change, deed: "change service", before: { a: 1 }, after: { a: 2 } },
    );
    await record(ctx, { noun: "organisation", nounId, deed: "of another noun" });
    await record(ctx, { noun: "service", nounId: randomUUID(), deed: "of another service" });
    const history = await findHistory(ctx, "service", nounId);
    expect(history).toMatchObject([
      { deed: "change service", who: null, actorKind: "visitor", at: later.toISOString(), after: { a: 2 } },
      { deed: "begin service", who: "Amina Okafor", actorKind: "person", at: NOW.toISOString() },
    ]);
  });
});

describe("two who cross", () => {
  test("the second is told who saved, and when", async ({ ctx }) => {
    const [id, actor] = [randomUUID(), await makePerson(ctx, [], "Amina Okafor")];
    await record({ ...ctx, actor }, { noun: "service", nounId: id, deed: "change service" });
    const crossing = { seen: seenOf({ name: "Old" }), current: { name: "Theirs" }, mine: { name: "Mine" } };
    const refused = await refuseIfCrossed(ctx, { noun: "service", id }, crossing).catch((error) => error);
    expect(refused).toBeInstanceOf(Conflict);
    expect(refused.versions).toEqual({
      mine: { name: "Mine" },
      theirs: { name: "Theirs" },
      by: "Amina Okafor",
      at: NOW.toISOString(),
    });
  });
  test("whoever saw the newest version is let through", async ({ ctx }) => {
    const crossing = {
      seen: seenOf({ name: "Theirs" }),
      current: { name: "Theirs" },
      mine: { name: "Mine" },
    };
    await expect(
      refuseIfCrossed(ctx, { noun: "service", id: randomUUID() }, crossing),
    ).resolves.toBeUndefined();
  });
});
