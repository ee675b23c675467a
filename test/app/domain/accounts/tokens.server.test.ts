import { describe, expect } from "vitest";
import { findToken, issueToken, useToken } from "#app/domain/accounts/tokens.server.ts";
import { Invalid } from "#app/domain/errors.ts";
import { tokens } from "#db/schema/accounts.ts";
import { connection, NOW, test } from "#test/setup/context.ts";

const bound = { purpose: "reset-password", email: "ada@example.org", minutes: 60 } as const;
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

describe("a secret link", () => {
  test("opens what it was made for, until it is used", async ({ ctx }) => {
    const token = await issueToken(ctx, bound);
    expect(await findToken(ctx, "reset-password", token)).toMatchObject({ email: "ada@example.org" });
    expect(await useToken(ctx, "reset-password", token)).toMatchObject({ email: "ada@example.org" });
    expect(await findToken(ctx, "reset-password", token)).toBeNull();
    await expect(useToken(ctx, "reset-password", token)).rejects.toThrow(Invalid);
  });
  test("opens nothing else", async ({ ctx }) => {
    const token = await issueToken(ctx, bound);
    expect(await findToken(ctx, "sign-in", token)).toBeNull();
    await expect(useToken(ctx, "sign-in", token)).rejects.toThrow(Invalid);
    await expect(useToken(ctx, "reset-password", `${token}x`)).rejects.toThrow(Invalid);
    await expect(useToken(ctx, "reset-password", "")).rejects.toThrow(Invalid);
  });
  test("opens nothing when its time is over", async ({ ctx }) => {
    const token = await issueToken(ctx, bound);
    expect(await findToken({ ...ctx, now: later(59) }, "reset-password", token)).not.toBeNull();
    expect(await findToken({ ...ctx, now: later(60) }, "reset-password", token)).toBeNull();
  });
  test("is not in the table: only its hash is", async ({ ctx }) => {
    const token = await issueToken(ctx, bound);
    const rows = await ctx.db.select().from(tokens);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

test("of two who bring one link at the same moment, one gets in", async () => {
  const { db } = connection();
  const ctx = { actor: { kind: "visitor" } as const, db, now: NOW };
  const token = await issueToken(ctx, bound);
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => useToken(ctx, "reset-password", token)));
  await db.delete(tokens);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
