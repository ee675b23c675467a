import { expect } from "vitest";
import { beginSession } from "#app/http/session.server.ts";
import { loader as account } from "#app/routes/accounts/account.tsx";
import { action, loader } from "#app/routes/accounts/sign-in/sign-in.tsx";
import { roleGrants, sessions } from "#db/schema/accounts.ts";
import { makeAccount, PASSWORD as password } from "#test/factories/accounts.ts";
import { makeGroup, makePerson } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

test("the right password signs in, and leads where one wanted to go", async ({ ctx }) => {
  const { email, name } = await makeAccount(ctx);
  const form = { email: ` ${email.toUpperCase()} `, password, next: "/meetings?place=norwich" };
  const reply = await answerOf(action(await knock(ctx, "/sign-in", { form })));
  expect(reply.status).toBe(302);
  expect(reply.headers.get("Location")).toBe("/meetings?place=norwich");
  const cookie = reply.headers.get("Set-Cookie") ?? "";
  expect(cookie).toMatch(/HttpOnly/);
  const next = await knock(ctx, "/account");
  next.request.headers.set("cookie", cookie.split(";")[0] ?? "");
  expect(await account(next)).toMatchObject({ name, email });
});

test("signing in ends the session that the browser brought", async ({ ctx }) => {
  const before = await makePerson(ctx);
  const { id, email } = await makeAccount(ctx);
  const cookie = (await beginSession(ctx.db, before.id)).split(";")[0] ?? "";
  const knocked = await knock(ctx, "/sign-in", { form: { email, password } });
  knocked.request.headers.set("cookie", cookie);
  expect((await answerOf(action(knocked))).status).toBe(302);
  expect(await ctx.db.select({ userId: sessions.userId }).from(sessions)).toEqual([{ userId: id }]);
});

test("a wrong password leaves the session that the browser brought", async ({ ctx }) => {
  const { id, email } = await makeAccount(ctx);
  const form = { email, password: "wrong" };
  expect((await answerOf(action(await knock(ctx, "/sign-in", { form, as: id })))).status).toBe(422);
  expect(await ctx.db.select({ userId: sessions.userId }).from(sessions)).toEqual([{ userId: id }]);
});

test.for(["//evil.example", "https://evil.example", "/\\evil.example", ""])(
  "never leads to %j",
  async (next, { ctx }) => {
    const { email } = await makeAccount(ctx);
    const reply = await answerOf(action(await knock(ctx, "/sign-in", { form: { email, password, next } })));
    expect(reply.headers.get("Location")).toBe("/account");
  },
);

test("a wrong password keeps the e-mail address and where one wanted to go, never the password", async ({
  ctx,
}) => {
  const { email } = await makeAccount(ctx);
  const form = { email, password: "wrong", next: "/account" };
  const reply = await answerOf(action(await knock(ctx, "/sign-in", { form })));
  expect(reply.status).toBe(422);
  expect(reply.headers.get("Set-Cookie")).toBeNull();
  expect(await reply.json()).toEqual({
    errors: { password: "The e-mail address or the password is not right" },
    values: { email, next: "/account" },
  });
});

test.for([
  [{}, ["email", "password"]],
  [{ email: "not an address", password: "x" }, ["email"]],
  [{ email: "a@example.org", password: "x".repeat(100_000) }, ["password"]],
] as const)("%j is told what to mend", async ([form, fields], { ctx }) => {
  const reply = await answerOf(action(await knock(ctx, "/sign-in", { form })));
  expect(reply.status).toBe(422);
  expect(Object.keys((await reply.json()).errors)).toEqual(fields);
});

test("an account names its roles with what they are limited to", async ({ ctx }) => {
  const person = await makePerson(ctx);
  const group = await makeGroup(ctx, { slug: "norwich-network", name: "Norwich Network" });
  await ctx.db.insert(roleGrants).values([
    { personId: person.id, role: "group-lead", scopeId: group.id, grantedAt: ctx.now },
    { personId: person.id, role: "icb-staff", scopeId: null, grantedAt: ctx.now },
  ]);
  const { held } = await account(await knock(ctx, "/account", { as: person.id }));
  expect(held).toHaveLength(2);
  expect(held).toContainEqual({
    role: "group-lead",
    scope: { noun: "group", slug: "norwich-network", name: "Norwich Network" },
  });
  expect(held).toContainEqual({ role: "icb-staff", scope: null });
});

test("who is signed in has no use for the form; who is not is sent to it", async ({ ctx }) => {
  const { id } = await makePerson(ctx);
  await expect(loader(await knock(ctx, "/sign-in?next=/groups", { as: id }))).rejects.toMatchObject({
    status: 302,
  });
  const sent = await answerOf(account(await knock(ctx, "/account")));
  expect(sent.headers.get("Location")).toBe("/sign-in?next=%2Faccount");
});
