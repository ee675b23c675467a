import { eq } from "drizzle-orm";
import { expect } from "vitest";
import {
  askForSignInLink,
  mailSignInLink,
  signInByLink,
} from "#app/domain/accounts/sign-in/sign-in-link.server.ts";
import { Invalid } from "#app/domain/errors.ts";
import { people, tokens } from "#db/schema/accounts.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { deedsOf, jobsOf, mailsTo, tokenIn } from "#test/factories/accounts-traces.ts";
import { test } from "#test/setup/context.ts";

test("asking is the same work, whether the address is known or not", async ({ ctx }) => {
  const { email } = await makeAccount(ctx);
  await askForSignInLink(ctx, { email, next: "" });
  await askForSignInLink(ctx, { email: "nobody@example.org", next: "" });
  expect(await jobsOf(ctx)).toEqual(["mail-sign-in-link", "mail-sign-in-link"]);
  expect(await ctx.db.select().from(tokens)).toEqual([]);
});

test("a link signs in once, and shows that its address works", async ({ ctx }) => {
  const { id, email } = await makeAccount(ctx, { emailVerifiedAt: null, passwordHash: null });
  for (const next of [null, "/meetings"]) await mailSignInLink(ctx, { email, next });
  const mails = await mailsTo(ctx, email);
  expect(JSON.stringify(mails)).toContain("?next=%2Fmeetings");
  const [first, second] = mails.map(tokenIn);
  expect(await signInByLink(ctx, second ?? "")).toEqual({ personId: id, codeToken: null });
  const [row] = await ctx.db.select().from(people).where(eq(people.id, id));
  expect(row?.emailVerifiedAt).toEqual(ctx.now);
  expect(await deedsOf(ctx, id)).toEqual(["verify address"]);
  for (const used of [first, second]) await expect(signInByLink(ctx, used ?? "")).rejects.toThrow(Invalid);
});

test("a link works for a quarter of an hour, and not for whoever is gone", async ({ ctx }) => {
  const { email } = await makeAccount(ctx);
  await mailSignInLink(ctx, { email, next: null });
  const token = tokenIn((await mailsTo(ctx, email))[0]);
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 16 * 60_000) };
  await expect(signInByLink(later, token)).rejects.toThrow(Invalid);
  const gone = await makeAccount(ctx, { erasedAt: ctx.now });
  await mailSignInLink(ctx, { email: gone.email, next: null });
  expect(await mailsTo(ctx, gone.email)).toEqual([]);
});
