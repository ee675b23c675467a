import { expect } from "vitest";
import { advanceDataVersion } from "#app/domain/record.server.ts";
import { remember } from "#app/domain/remember.server.ts";
import { test } from "#test/setup/context.ts";

test("answers from memory until the data changes", async ({ ctx }) => {
  let asked = 0;
  const ask = (key: string) => remember(ctx.db, key, async () => ++asked);
  expect([await ask("a"), await ask("a"), await ask("b")]).toEqual([1, 1, 2]);
  await advanceDataVersion(ctx.db);
  expect(await ask("a")).toBe(3);
});

test("does not remember a failure", async ({ ctx }) => {
  await expect(remember(ctx.db, "a", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
  expect(await remember(ctx.db, "a", async () => "up")).toBe("up");
});

test("keeps a bounded number of answers", async ({ ctx }) => {
  let asked = 0;
  const ask = (key: string) => remember(ctx.db, key, async () => ++asked);
  await ask("first");
  for (let number = 0; number < 1000; number++) await ask(`key ${number}`);
  await ask("first");
  expect(asked).toBe(1002);
});
