import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { changePassword } from "#app/domain/accounts/passwords/change-password.server.ts";
import { hashPassword, isPassword } from "#app/domain/accounts/passwords/password.server.ts";
import {
  askForReset,
  mailPasswordReset,
  resetPassword,
} from "#app/domain/accounts/passwords/reset-password.server.ts";
import { issueToken } from "#app/domain/accounts/tokens.server.ts";
import { Invalid } from "#app/domain/errors.ts";
import { beginSession } from "#app/http/session.server.ts";
import { people, sessions, tokens } from "#db/schema/accounts.ts";
import { as, makeAccount, PASSWORD } from "#test/factories/accounts.ts";
import { deedsOf, jobsOf, mailsTo, tokenIn } from "#test/factories/accounts-traces.ts";
import { test } from "#test/setup/context.ts";

const password = "herons over hickling";

test("what looks the same is the same password", async () => {
  const stored = await hashPassword("caf\u00e9 at twelve");
  expect(await isPassword(stored, "cafe\u0301 at twelve")).toBe(true);
  expect(await isPassword(stored, "cafe at twelve")).toBe(false);
});

describe("a forgotten password", () => {
  test("asks for the same work, whether the address is known or not", async ({ ctx }) => {
    const { email } = await makeAccount(ctx);
    await askForReset(ctx, { email });
    await askForReset(ctx, { email: "nobody@example.org" });
    expect(await jobsOf(ctx)).toEqual(["mail-password-reset", "mail-password-reset"]);
    expect(await ctx.db.select().from(tokens)).toEqual([]);
  });

  test("is answered by mail to an address that is known, and to no other", async ({ ctx }) => {
    const { email } = await makeAccount(ctx);
    await mailPasswordReset(ctx, { email: ` ${email.toUpperCase()}` });
    await mailPasswordReset(ctx, { email: "nobody@example.org" });
    expect(await mailsTo(ctx, email)).toMatchObject([{ kind: "password reset" }]);
    expect(await mailsTo(ctx, "nobody@example.org")).toEqual([]);
  });

  test("is replaced by the mailed link: all sessions end, a notice is mailed, the address works", async ({
    ctx,
  }) => {
    const person = await makeAccount(ctx, { emailVerifiedAt: null });
    await beginSession(ctx.db, person.id);
    await mailPasswordReset(ctx, { email: person.email });
    const token = tokenIn((await mailsTo(ctx, person.email))[0]);
    expect(await resetPassword(ctx, token, { password })).toEqual({ personId: person.id, codeToken: null });
    const [row] = await ctx.db.select().from(people).where(eq(people.id, person.id));
    expect(await isPassword(row?.passwordHash, password)).toBe(true);
    expect(row?.emailVerifiedAt).toEqual(ctx.now);
    expect(await ctx.db.select().from(sessions)).toEqual([]);
    expect((await mailsTo(ctx, person.email)).map(({ kind }) => kind)).toContain("password changed");
    expect(await deedsOf(ctx, person.id)).toContain("reset password");
    await expect(resetPassword(ctx, token, { password })).rejects.toThrow(Invalid);
  });

  test("keeps its link when the new one is too weak, and does not get round the second step", async ({
    ctx,
  }) => {
    const person = await makeAccount(ctx, { totpSince: ctx.now });
    const token = await issueToken(ctx, { purpose: "reset-password", personId: person.id, minutes: 60 });
    await expect(resetPassword(ctx, token, { password: "password1234" })).rejects.toThrow(Invalid);
    expect((await resetPassword(ctx, token, { password })).codeToken).not.toBeNull();
  });

  test("has no use for a link of another purpose, or of an hour ago", async ({ ctx }) => {
    const { id: personId } = await makeAccount(ctx);
    const other = await issueToken(ctx, { purpose: "sign-in", personId, minutes: 15 });
    const old = await issueToken(ctx, { purpose: "reset-password", personId, minutes: 60 });
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 61 * 60_000) };
    await expect(resetPassword(ctx, other, { password })).rejects.toThrow(Invalid);
    await expect(resetPassword(later, old, { password })).rejects.toThrow(Invalid);
  });
});

test("a first password is not called a changed one", async ({ ctx }) => {
  const { id: personId, email } = await makeAccount(ctx, { passwordHash: null });
  const token = await issueToken(ctx, { purpose: "reset-password", personId, minutes: 60 });
  await resetPassword(ctx, token, { password });
  expect(await mailsTo(ctx, email)).toMatchObject([{ kind: "password chosen" }]);
});

test("a password is changed by who knows it; sessions and mailed links end", async ({ ctx }) => {
  const person = await makeAccount(ctx);
  await beginSession(ctx.db, person.id);
  await issueToken(ctx, { purpose: "sign-in", personId: person.id, minutes: 15 });
  const change = (currentPassword: string, to: string) =>
    changePassword(as(ctx, person), { currentPassword, password: to });
  await expect(change("wrong", password)).rejects.toThrow(Invalid);
  await expect(change(PASSWORD, "Amina Okafor")).rejects.toThrow(/your name/);
  await change(PASSWORD, password);
  expect(await ctx.db.select().from(sessions)).toEqual([]);
  expect(await ctx.db.select().from(tokens)).toEqual([]);
  expect(await deedsOf(ctx, person.id)).toContain("change password");
  expect(await mailsTo(ctx, person.email)).toMatchObject([{ kind: "password changed" }]);
});
