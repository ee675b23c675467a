import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { beginSession, findActor, forgetExpiredSessions } from "#app/http/session.server.ts";
import { sessions } from "#db/schema/accounts.ts";
import { makePerson } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";

test("sessions that have expired are forgotten, and no others", async ({ ctx }) => {
  const [gone, here] = [await makePerson(ctx), await makePerson(ctx)];
  await beginSession(ctx.db, gone.id);
  const cookie = (await beginSession(ctx.db, here.id)).split(";")[0] ?? "";
  const aMinuteAgo = new Date(Date.now() - 60_000);
  await ctx.db.update(sessions).set({ expiresAt: aMinuteAgo }).where(eq(sessions.userId, gone.id));
  await forgetExpiredSessions(ctx.db);
  expect(await ctx.db.select({ userId: sessions.userId }).from(sessions)).toEqual([{ userId: here.id }]);
  const request = new Request("http://localhost:3000/", { headers: { cookie } });
  expect(await findActor(request, ctx.db, ctx.now)).toMatchObject({ kind: "person", id: here.id });
});
