import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { describe, expect } from "vitest";
import {
  beginSecondStep,
  confirmSecondStep,
  findKeyToConfirm,
  removeSecondStep,
  renewCodes,
  resetSecondStep,
} from "#app/domain/accounts/second-step/second-step.server.ts";
import { takeCode } from "#app/domain/accounts/second-step/take-code.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { beginSession } from "#app/http/session.server.ts";
import { people, recoveryCodes, sessions } from "#db/schema/accounts.ts";
import { as, makeAccount } from "#test/factories/accounts.ts";
import { deedsOf, mailsTo } from "#test/factories/accounts-traces.ts";
import { test } from "#test/setup/context.ts";

const HALF_MINUTE = 30_000;
const later = (ctx: Ctx, steps: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + steps * HALF_MINUTE),
});

/** The code that an authenticator app shows, so many half minutes from now. */
const codeAt = (key: string, ctx: Ctx, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({
    timestamp: ctx.now.getTime() + steps * HALF_MINUTE,
  });

async function begun(ctx: Ctx, person: Person): Promise<string> {
  await beginSecondStep(as(ctx, person));
  return (await findKeyToConfirm(as(ctx, person)))?.key.replace(/ /g, "") ?? "";
}

async function setUp(ctx: Ctx) {
  const person = await makeAccount(ctx);
  const key = await begun(ctx, person);
  const codes = await confirmSecondStep(as(ctx, person), { code: codeAt(key, ctx) });
  return { person, key, codes: codes.map((code) => code.replaceAll("-", "")) };
}

describe("setting up", () => {
  test("keeps the secret sealed, and waits for a first code", async ({ ctx }) => {
    const person = await makeAccount(ctx);
    const key = await begun(ctx, person);
    const [row] = await ctx.db.select().from(people).where(eq(people.id, person.id));
    expect(key).toMatch(/^[A-Z2-7]{32}$/);
    expect(row?.totpSecret).not.toContain(key);
    expect(row?.totpSince).toBeNull();
    await expect(confirmSecondStep(as(ctx, person), { code: "000000" })).rejects.toThrow(Invalid);
    await expect(takeCode(ctx, person.id, codeAt(key, ctx))).rejects.toThrow(Invalid);
  });

  test("with the first code signs out all devices, and gives ten recovery codes that are kept hashed", async ({
    ctx,
  }) => {
    const person = await makeAccount(ctx);
    await beginSession(ctx.db, person.id);
    const key = await begun(ctx, person);
    const codes = await confirmSecondStep(as(ctx, person), { code: codeAt(key, ctx) });
    expect(new Set(codes).size).toBe(10);
    expect(codes[0]).toMatch(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
    expect(JSON.stringify(await ctx.db.select().from(recoveryCodes))).not.toContain(
      codes[0]?.replaceAll("-", ""),
    );
    expect(await ctx.db.select().from(sessions)).toEqual([]);
    expect(await deedsOf(ctx, person.id)).toEqual(["begin second step", "set up second step"]);
    expect(await mailsTo(ctx, person.email)).toMatchObject([{ kind: "second step on" }]);
    await expect(beginSecondStep(as(ctx, person))).rejects.toThrow(Conflict);
    expect(await findKeyToConfirm(as(ctx, person))).toBeNull();
  });
});

describe("a code", () => {
  test("works once, and never one before it", async ({ ctx }) => {
    const { person, key } = await setUp(ctx);
    await expect(takeCode(ctx, person.id, codeAt(key, ctx))).rejects.toThrow(Invalid);
    const at = later(ctx, 2);
    await takeCode(at, person.id, codeAt(key, at));
    await expect(takeCode(at, person.id, codeAt(key, at))).rejects.toThrow(Invalid);
    await expect(takeCode(at, person.id, codeAt(key, at, -1))).rejects.toThrow(Invalid);
    await takeCode(at, person.id, codeAt(key, at, 1));
  });

  test.for([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ] as const)("%i half minutes off: %s", async ([steps, works], { ctx }) => {
    const { person, key } = await setUp(ctx);
    const at = later(ctx, 10);
    const taken = await takeCode(at, person.id, codeAt(key, at, steps)).then(
      () => true,
      () => false,
    );
    expect(taken).toBe(works);
  });

  test("of recovery works once, for its own person, and is told by mail", async ({ ctx }) => {
    const { person, codes } = await setUp(ctx);
    const other = await setUp(ctx);
    const [code = ""] = codes;
    await expect(takeCode(ctx, other.person.id, code)).rejects.toThrow(Invalid);
    await takeCode(ctx, person.id, code);
    await expect(takeCode(ctx, person.id, code)).rejects.toThrow(Invalid);
    const mails = await mailsTo(ctx, person.email);
    expect(JSON.stringify(mails)).toContain("9 codes are left");
  });
});

test("new recovery codes need a code, and end the old ones", async ({ ctx }) => {
  const { person, codes } = await setUp(ctx);
  await expect(renewCodes(as(ctx, person), { code: "9".repeat(16) })).rejects.toThrow(Invalid);
  const renewed = await renewCodes(as(ctx, person), { code: codes[0] ?? "" });
  await expect(takeCode(ctx, person.id, codes[1] ?? "")).rejects.toThrow(Invalid);
  await takeCode(ctx, person.id, renewed[0]?.replaceAll("-", "") ?? "");
  expect(await deedsOf(ctx, person.id)).toContain("renew recovery codes");
});

test("it is switched off with a code, by its own person or by the team", async ({ ctx }) => {
  const { person, codes } = await setUp(ctx);
  const other = await setUp(ctx);
  await beginSession(ctx.db, person.id);
  await expect(removeSecondStep(as(ctx, person), { code: "000000" })).rejects.toThrow(Invalid);
  await removeSecondStep(as(ctx, person), { code: codes[0] ?? "" });
  expect(await ctx.db.select().from(sessions)).toEqual([]);
  await expect(resetSecondStep(as(ctx, person), other.person.id)).rejects.toThrow(NotFound);
  const team = await makeAccount(ctx, { roles: [["administrator", null]] });
  await resetSecondStep(as(ctx, team), other.person.id);
  for (const { id } of [person, other.person]) {
    const [row] = await ctx.db.select().from(people).where(eq(people.id, id));
    expect(row).toMatchObject({ totpSecret: null, totpSince: null, totpStep: null });
    expect(await deedsOf(ctx, id)).toContain("switch off second step");
  }
  expect(await ctx.db.select().from(recoveryCodes)).toEqual([]);
});
