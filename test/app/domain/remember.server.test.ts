import { afterEach, expect, vi } from "vitest";
import { advanceDataVersion } from "#app/domain/record.server.ts";
import { remember } from "#app/domain/remember.server.ts";
import { test } from "#test/setup/context.ts";

afterEach(() => {
  vi.useRealTimers();
});

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

test("keeps a bounded number of answers, those asked for last", async ({ ctx }) => {
  let asked = 0;
  const ask = (key: string) => remember(ctx.db, key, async () => ++asked);
  expect([await ask("cold"), await ask("hot")]).toEqual([1, 2]);
  for (let number = 0; number < 1500; number++) {
    await ask(`typed ${number}`);
    if (number % 500 === 0) expect(await ask("hot")).toBe(2);
  }
  expect(asked).toBe(1502);
  expect(await ask("typed 1499")).toBe(1502);
  expect(await ask("cold")).toBe(1503);
  expect(await ask("typed 0")).toBe(1504);
});

test("asks again after a minute, however often it was asked", async ({ ctx }) => {
  vi.useFakeTimers({ toFake: ["performance"] });
  let asked = 0;
  const ask = () => remember(ctx.db, "a", async () => ++asked);
  await ask();
  vi.advanceTimersByTime(59_000);
  expect(await ask()).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(await ask()).toBe(2);
});
