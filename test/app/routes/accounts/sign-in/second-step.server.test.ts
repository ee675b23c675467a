import { Secret, TOTP } from "otpauth";
import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { seal } from "#app/gateways/secret-box.server.ts";
import { loader as account } from "#app/routes/accounts/account.tsx";
import { action as code, loader as codePage, headers } from "#app/routes/accounts/sign-in/code.tsx";
import { action as signIn } from "#app/routes/accounts/sign-in/sign-in.tsx";
import { sessions } from "#db/schema/accounts.ts";
import { makeAccount, PASSWORD as password } from "#test/factories/accounts.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

const secret = new Secret({ size: 20 });
const codeNow = (ctx: Ctx) => new TOTP({ secret }).generate({ timestamp: ctx.now.getTime() });

/** The cookies that an answer sets, as the next request brings them. */
const broughtBy = (reply: Response) =>
  reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

async function afterPassword(ctx: Ctx, next = "") {
  const { email } = await makeAccount(ctx, { totpSince: ctx.now, totpSecret: seal(secret.base32) });
  const reply = await answerOf(signIn(await knock(ctx, "/sign-in", { form: { email, password, next } })));
  return { reply, cookie: broughtBy(reply) };
}

async function type(ctx: Ctx, cookie: string, form: Record<string, string>) {
  const knocked = await knock(ctx, "/sign-in/code", { form });
  knocked.request.headers.set("cookie", cookie);
  return answerOf(code(knocked));
}

test("the password alone begins no session: it leads to the code, for ten minutes", async ({ ctx }) => {
  const { reply } = await afterPassword(ctx, "/meetings");
  expect(reply.headers.get("Location")).toBe("/sign-in/code?next=%2Fmeetings");
  expect(reply.headers.get("Set-Cookie")).toMatch(
    /^assembly_second_step=[\w-]{43}; Path=\/sign-in; Max-Age=600; HttpOnly; SameSite=Lax$/,
  );
  expect(await ctx.db.select().from(sessions)).toEqual([]);
});

test("the code signs in, leads onward, and the cookie before it goes", async ({ ctx }) => {
  const { cookie } = await afterPassword(ctx);
  expect((await type(ctx, cookie, { code: "000000" })).status).toBe(422);
  const reply = await type(ctx, cookie, { code: codeNow(ctx), next: "/meetings" });
  expect(reply.headers.get("Location")).toBe("/meetings");
  expect(reply.headers.getSetCookie().some((each) => /^assembly_second_step=; .*Max-Age=0/.test(each))).toBe(
    true,
  );
  const next = await knock(ctx, "/account");
  next.request.headers.set("cookie", broughtBy(reply));
  expect(await account(next)).toMatchObject({ name: "Amina Okafor" });
});

test("without a password before it the code's page leads back to signing in, and is kept by nobody", async ({
  ctx,
}) => {
  const sent = await answerOf(codePage(await knock(ctx, "/sign-in/code?next=/meetings")));
  expect(sent.headers.get("Location")).toBe("/sign-in?next=%2Fmeetings");
  expect((await type(ctx, "assembly_second_step=made-up", { code: codeNow(ctx) })).status).toBe(302);
  expect(headers()).toEqual({ "Cache-Control": "private, no-store" });
});

test("a sixth code within ten minutes is refused, right or not", async ({ ctx }) => {
  const { cookie } = await afterPassword(ctx);
  for (let at = 0; at < 5; at++) expect((await type(ctx, cookie, { code: "000000" })).status).toBe(422);
  expect((await type(ctx, cookie, { code: codeNow(ctx) })).status).toBe(429);
});
