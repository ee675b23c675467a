import { afterAll, expect, test } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { endInvitations, inviteTo } from "#app/domain/meetings/invitations/send-invitations.server.ts";
import { change, invitationsTo, makeInvited, organiser } from "#test/factories/invitations.ts";
import { makeGroup, makeMeeting } from "#test/factories/meetings.ts";
import { connection, NOW } from "#test/setup/context.ts";

const { db, sql } = connection();
const ctx: Ctx = { actor: { kind: "job", name: "test" }, db, now: NOW };

afterAll(async () => {
  await sql`truncate meetings, groups, people, mails cascade`;
  await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
});

const times = <T>(count: number, deed: () => Promise<T>) => Promise.all(Array.from({ length: count }, deed));

test("of several runs at the same moment one tells what is new, and one what has changed", async () => {
  const group = await makeGroup(ctx);
  const meeting = await makeMeeting(ctx, [group.id]);
  const person = await makeInvited(ctx, group.id);
  const send = () => db.transaction((inside) => inviteTo({ ...ctx, db: inside }, [meeting.id], organiser));
  await times(4, send);
  expect(await invitationsTo(ctx, person)).toMatchObject([{ method: "REQUEST" }]);
  const moved = await change(ctx, meeting, { location: "County Hall" });
  await times(4, send);
  expect(await invitationsTo(ctx, person)).toHaveLength(2);
  await change(ctx, moved, { status: "cancelled" });
  const end = () =>
    db.transaction((inside) =>
      endInvitations({ ...ctx, db: inside }, { groupId: group.id, personId: person.id }, organiser),
    );
  await Promise.all([...Array.from({ length: 2 }, send), ...Array.from({ length: 2 }, end)]);
  const last = await invitationsTo(ctx, person);
  expect(last.map(({ method }) => method)).toEqual(["REQUEST", "REQUEST", "CANCEL"]);
});
