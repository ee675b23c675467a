import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { beginSession } from "#app/http/session.server.ts";
import { action as changePassword } from "#app/routes/accounts/password/change.tsx";
import { loader as dataFile } from "#app/routes/accounts/personal-data/data-file.ts";
import { action as erase } from "#app/routes/accounts/personal-data/erasure.tsx";
import { action as end } from "#app/routes/accounts/sessions/end.ts";
import { action as endAll } from "#app/routes/accounts/sessions/end-all.ts";
import { loader as list } from "#app/routes/accounts/sessions/index.tsx";
import { people, sessions } from "#db/schema/accounts.ts";
import { makeAccount, PASSWORD } from "#test/factories/accounts.ts";
import { deedsOf } from "#test/factories/accounts-traces.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

test("devices are listed, one's own marked; another one is signed out, and nobody else's", async ({
  ctx,
}) => {
  const [person, other] = [await makeAccount(ctx), await makeAccount(ctx)];
  await beginSession(ctx.db, other.id);
  await beginSession(ctx.db, person.id);
  const { sessions: shown } = await list(await knock(ctx, "/account/sessions", { as: person.id }));
  expect(shown.map(({ isHere }) => isHere).toSorted()).toEqual([false, true]);
  const elsewhere = shown.find(({ isHere }) => !isHere)?.id ?? "";
  const sign = async (id: string, as: string) =>
    answerOf(end(await knock(ctx, "/", { params: { id }, form: {}, as })));
  expect((await sign(elsewhere, other.id)).status).toBe(404);
  expect((await sign(elsewhere, person.id)).status).toBe(302);
  const left = await ctx.db.select().from(sessions).where(eq(sessions.userId, person.id));
  expect(left.map(({ id }) => id)).not.toContain(elsewhere);
});

test("signing out everywhere ends this session too, and nobody else's", async ({ ctx }) => {
  const [person, other] = [await makeAccount(ctx), await makeAccount(ctx)];
  await beginSession(ctx.db, other.id);
  await beginSession(ctx.db, person.id);
  const reply = await answerOf(endAll(await knock(ctx, "/", { form: {}, as: person.id })));
  expect(reply.headers.get("Set-Cookie")).toMatch(/^assembly_session=;.*Max-Age=0/);
  expect((await ctx.db.select().from(sessions)).map(({ userId }) => userId)).toEqual([other.id]);
  expect(await deedsOf(ctx, person.id)).toEqual(["sign out everywhere"]);
});

test("who changes the password stays signed in here, with a new session, and nowhere else", async ({
  ctx,
}) => {
  const { id } = await makeAccount(ctx);
  await beginSession(ctx.db, id);
  const form = { currentPassword: PASSWORD, password: "herons over hickling" };
  const knocked = await knock(ctx, "/account/password", { form, as: id });
  const before = await ctx.db.select().from(sessions);
  const reply = await answerOf(changePassword(knocked));
  expect(reply.headers.get("Set-Cookie")).toMatch(/^assembly_session=\w+/);
  const after = await ctx.db.select().from(sessions);
  expect([before.length, after.length]).toEqual([2, 1]);
  expect(before.map((session) => session.id)).not.toContain(after[0]?.id);
});

test("one's data comes as a file that nobody keeps", async ({ ctx }) => {
  const { id, email } = await makeAccount(ctx);
  const reply = await answerOf(dataFile(await knock(ctx, "/account/data.json", { as: id })));
  expect(reply.headers.get("Content-Disposition")).toContain("attachment");
  expect(reply.headers.get("Cache-Control")).toBe("private, no-store");
  expect(await reply.json()).toMatchObject({ account: { email } });
});

test("an account is erased by who typed the word", async ({ ctx }) => {
  const { id } = await makeAccount(ctx);
  const post = async (confirmation: string) =>
    answerOf(erase(await knock(ctx, "/account/erasure", { form: { confirmation }, as: id })));
  expect((await post("yes")).status).toBe(422);
  const reply = await post(" erase ");
  expect([reply.status, reply.headers.get("Location")]).toEqual([302, "/account/erased"]);
  const [row] = await ctx.db.select().from(people).where(eq(people.id, id));
  expect(row?.erasedAt).toEqual(ctx.now);
});
