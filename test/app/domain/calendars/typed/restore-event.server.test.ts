import { describe, expect } from "vitest";
import { findKeptEvent } from "#app/domain/calendars/typed/find-typed-events.server.ts";
import { addEvent, editEvent } from "#app/domain/calendars/typed/keep-event.server.ts";
import { findEventVersion, restoreEventVersion } from "#app/domain/calendars/typed/restore-event.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findHistory } from "#app/domain/history.server.ts";
import { seenOf } from "#app/domain/section.ts";
import { eventFields } from "#test/factories/events.ts";
import { makePerson } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { NOW, test } from "#test/setup/context.ts";

const inMinutes = (ctx: Ctx, minutes: number): Ctx => ({
  ...ctx,
  now: new Date(NOW.getTime() + minutes * 60_000),
});
const inDays = (ctx: Ctx, days: number): Ctx => ({
  ...ctx,
  now: new Date(NOW.getTime() + days * 86_400_000),
});

/** An event of a keeper that was renamed and moved a week on, with the change that did it. */
async function changed(ctx: Ctx) {
  const organisation = await makeOrganisation(ctx, { slug: "shed" });
  const as = { ...ctx, actor: await makePerson(ctx, [["organisation-owner", organisation.id]]) };
  const { id } = await addEvent(as, "shed", eventFields({ title: "Bench day", startsOn: "2026-04-20" }));
  const { event, fields } = await findKeptEvent(as, id);
  const moved = { ...fields, title: "Chair day", startsOn: "2026-04-27" };
  await editEvent(inMinutes(as, 1), id, { fields: moved, seen: seenOf(fields) });
  const [change] = await findHistory(as, "event", event.id);
  return { as, id, eventId: event.id, changeId: change?.id ?? "" };
}

describe("putting back what an event said", () => {
  test("brings words and day back, and is on record itself", async ({ ctx }) => {
    const { as, id, eventId, changeId } = await changed(ctx);
    await restoreEventVersion(inMinutes(as, 2), id, changeId);
    const { fields } = await findKeptEvent(as, id);
    expect(fields).toMatchObject({ title: "Bench day", startsOn: "2026-04-20" });
    const [last] = await findHistory(as, "event", eventId);
    expect(last).toMatchObject({
      deed: "restore version of event",
      before: { details: { title: "Chair day" } },
      after: { details: { title: "Bench day" } },
    });
  });

  test("leaves the day where it is when the old one is past", async ({ ctx }) => {
    const { as, id, changeId } = await changed(ctx);
    await restoreEventVersion(inDays(as, 8), id, changeId);
    const { fields } = await findKeptEvent(inDays(as, 8), id);
    expect(fields).toMatchObject({ title: "Bench day", startsOn: "2026-04-27" });
  });

  test("is for its keepers, and for changes that kept a version", async ({ ctx }) => {
    const { as, id, eventId, changeId } = await changed(ctx);
    const added = (await findHistory(as, "event", eventId)).at(-1)?.id ?? "";
    const outsider = { ...ctx, actor: await makePerson(ctx) };
    await expect(findEventVersion(outsider, id, changeId)).rejects.toThrow(NotFound);
    await expect(restoreEventVersion(outsider, id, changeId)).rejects.toThrow(NotFound);
    await expect(findEventVersion(as, id, added)).rejects.toThrow(NotFound);
    await expect(findEventVersion(as, id, "nonsense")).rejects.toThrow(NotFound);
  });
});
