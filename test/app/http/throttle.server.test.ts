import { sql } from "drizzle-orm";
import { afterAll, expect, onTestFinished } from "vitest";
import { forgive, type ThrottleName, throttle } from "#app/http/throttle.server.ts";
import { connect } from "#db/client.server.ts";
import { throttles } from "#db/schema/accounts.ts";
import { connection, test } from "#test/setup/context.ts";

const here = { address: "192.0.2.1" };

/** How many of so many attempts were let through. */
async function passes(times: number, attempt: (at: number) => Promise<void>): Promise<number> {
  let passed = 0;
  for (let at = 0; at < times; at++) {
    const refusal = await attempt(at).then(
      () => null,
      (error: Error) => error,
    );
    if (refusal === null) passed++;
    else expect(refusal.name).toBe("TooMany");
  }
  return passed;
}

test.for([
  ["sign-in", 10],
  ["mail-link", 3],
  ["second-step", 5],
] as const)("%s is let through for one account %i times, from wherever", async ([name, most], { ctx }) => {
  const attempt = (at: number) =>
    throttle(ctx, name as ThrottleName, { address: `192.0.2.${at}`, account: "amina@example.org" });
  expect(await passes(most + 3, attempt)).toBe(most);
  await throttle(ctx, name, { ...here, account: "tom@example.org" });
});

test.for([
  ["sign-in", 50],
  ["mail-link", 20],
] as const)(
  "%s is let through from one address %i times, whatever the account",
  async ([name, most], { ctx }) => {
    const attempt = (at: number) => throttle(ctx, name, { ...here, account: `${at}@example.org` });
    expect(await passes(most + 3, attempt)).toBe(most);
    await throttle(ctx, name, { address: "192.0.2.2", account: "tom@example.org" });
  },
);

test("an account is the same in any case and spacing; a household has many IPv6 addresses", async ({
  ctx,
}) => {
  await throttle(ctx, "mail-link", { ...here, account: "amina@example.org" });
  await throttle(ctx, "mail-link", { ...here, account: " Amina@Example.org" });
  const { length } = await ctx.db.select().from(throttles);
  await throttle(ctx, "report", { address: "2001:db8:1:2::7" });
  await throttle(ctx, "report", { address: "2001:db8:1:2:aaaa::9" });
  expect(await ctx.db.select().from(throttles)).toHaveLength(length + 1);
});

test("says in whole minutes when to try again, and keeps nobody's address", async ({ ctx }) => {
  const attempt = () => throttle(ctx, "mail-link", { ...here, account: "amina@example.org" });
  await passes(3, attempt);
  await expect(attempt()).rejects.toThrow("Try again in 15 minutes.");
  const rows = JSON.stringify(await ctx.db.select().from(throttles));
  expect(rows).not.toMatch(/amina|192\.0\.2/);
});

test("what was forgiven is counted anew", async ({ ctx }) => {
  const attempt = () => throttle(ctx, "mail-link", { ...here, account: "amina@example.org" });
  expect(await passes(4, attempt)).toBe(3);
  await forgive(ctx, "mail-link", { ...here, account: "AMINA@example.org" });
  expect(await passes(4, attempt)).toBe(3);
});

test("what was right does not count against its network address", async ({ ctx }) => {
  const rightly = async (at: number) => {
    const by = { ...here, account: `${at}@example.org` };
    await throttle(ctx, "sign-in", by);
    await forgive(ctx, "sign-in", by);
  };
  expect(await passes(60, rightly)).toBe(60);
});

test("two instances on one database count together", async () => {
  const [one, other] = [connection(), connect(process.env.DATABASE_URL ?? "", { pool: 2, name: "second" })];
  onTestFinished(() => other.end());
  const attempt = (at: number) =>
    throttle({ db: at % 2 ? one.db : other.db }, "sign-in", { ...here, account: "amina@example.org" });
  expect(await passes(14, attempt)).toBe(10);
});

afterAll(() => connection().db.execute(sql`delete from ${throttles}`));

test("leaves no timer behind that would keep the process alive", async ({ ctx }) => {
  const before = process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  await throttle(ctx, "report", here);
  expect(process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length).toBe(before);
});
