import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { beginSession, findAsker, forgetExpiredSessions, rotateSession } from "#app/http/session.server.ts";
import { sessions } from "#db/schema/accounts.ts";
import { makePerson } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";

const DAY_MS = 86_400_000;
const pairOf = (cookie: string) => cookie.split(";")[0] ?? "";
const bringing = (cookie: string) => new Request("http://localhost:3000/", { headers: { cookie } });

test("sessions that have expired are forgotten, and no others", async ({ ctx }) => {
  const [gone, here] = [await makePerson(ctx), await makePerson(ctx)];
  await beginSession(ctx.db, gone.id);
  const cookie = pairOf(await beginSession(ctx.db, here.id));
  const aMinuteAgo = new Date(Date.now() - 60_000);
  await ctx.db.update(sessions).set({ expiresAt: aMinuteAgo }).where(eq(sessions.userId, gone.id));
  await forgetExpiredSessions(ctx.db);
  expect(await ctx.db.select({ userId: sessions.userId }).from(sessions)).toEqual([{ userId: here.id }]);
  const asker = await findAsker(bringing(cookie), ctx.db, ctx.now);
  expect(asker).toMatchObject({ actor: { kind: "person", id: here.id }, renewedCookie: null });
});

test("the cookie lasts as long as the session, and no script reads it", async ({ ctx }) => {
  const cookie = await beginSession(ctx.db, (await makePerson(ctx)).id);
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Lax/);
  expect(cookie).toMatch(/Max-Age=2592000/);
});

test("a session that is used in its second half lasts thirty days again, and so does its cookie", async ({
  ctx,
}) => {
  const cookie = await beginSession(ctx.db, (await makePerson(ctx)).id);
  await ctx.db.update(sessions).set({ expiresAt: new Date(Date.now() + 10 * DAY_MS) });
  const { renewedCookie } = await findAsker(bringing(pairOf(cookie)), ctx.db, ctx.now);
  expect(pairOf(renewedCookie ?? "")).toBe(pairOf(cookie));
  expect(renewedCookie).toMatch(/Max-Age=2592000/);
  const [session] = await ctx.db.select().from(sessions);
  expect(session?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 29 * DAY_MS);
});

test("a session remembers its device and when it was last used, to the quarter of an hour", async ({
  ctx,
}) => {
  const headers = { "user-agent": "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0" };
  const request = new Request("http://localhost:3000/", { headers });
  const cookie = pairOf(await beginSession(ctx.db, (await makePerson(ctx)).id, request));
  const longAgo = new Date(Date.now() - DAY_MS);
  await ctx.db.update(sessions).set({ seenAt: longAgo });
  await findAsker(bringing(cookie), ctx.db, ctx.now);
  const [session] = await ctx.db.select().from(sessions);
  expect(session?.device).toBe("Firefox on Android");
  expect(session?.seenAt.getTime()).toBeGreaterThan(longAgo.getTime());
});

test("a rotated session opens with its new cookie alone", async ({ ctx }) => {
  const person = await makePerson(ctx);
  const before = pairOf(await beginSession(ctx.db, person.id));
  const after = pairOf(await rotateSession(ctx.db, person.id, bringing(before)));
  expect((await findAsker(bringing(before), ctx.db, ctx.now)).actor.kind).toBe("visitor");
  expect((await findAsker(bringing(after), ctx.db, ctx.now)).actor.kind).toBe("person");
});
