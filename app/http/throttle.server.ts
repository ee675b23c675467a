import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import type { Ctx } from "#app/domain/context.ts";
import type { Database } from "#db/client.server.ts";
import { throttles } from "#db/schema/accounts.ts";
import { TooMany } from "./errors.server.ts";

/*
 * How often one may knock, counted in Postgres so that every instance counts together. Who is meant (an account
 * by its address as typed, known to us or not) and from where (the network address) have limits of their own.
 */

interface Limit {
  points: number;
  minutes: number;
}

const limits = {
  "sign-in": { account: { points: 10, minutes: 15 }, address: { points: 50, minutes: 15 } },
  "second-step": { account: { points: 5, minutes: 10 }, address: { points: 50, minutes: 15 } },
  "mail-link": { account: { points: 3, minutes: 15 }, address: { points: 20, minutes: 60 } },
  registration: { account: { points: 5, minutes: 60 }, address: { points: 20, minutes: 60 } },
  /** Counted by who is invited: 30 an hour from one place are a team that joins together. */
  invitation: { account: { points: 3, minutes: 60 }, address: { points: 30, minutes: 60 } },
  claim: { account: { points: 5, minutes: 60 }, address: { points: 20, minutes: 60 } },
  report: { account: { points: 5, minutes: 60 }, address: { points: 10, minutes: 60 } },
  /** A form asks at each pause in typing. */
  duplicates: { account: { points: 200, minutes: 10 }, address: { points: 200, minutes: 10 } },
  /** Each asks a host of somebody else's choosing; an evening of connecting calendars takes a few dozen. */
  "calendar-check": { account: { points: 40, minutes: 60 }, address: { points: 80, minutes: 60 } },
  /** Has a calendar read again that is connected already. */
  "calendar-run": { account: { points: 60, minutes: 60 }, address: { points: 120, minutes: 60 } },
  "case-answer": { account: { points: 10, minutes: 60 }, address: { points: 20, minutes: 60 } },
} as const satisfies Record<string, Record<"account" | "address", Limit>>;

export type ThrottleName = keyof typeof limits;

/**
 * Counts one attempt of this name, from a network address and, where one is meant, for an account (any text that
 * names it). Throws TooMany (429) with the minutes to wait; an account that nobody has is told the same.
 */
export async function throttle(
  ctx: Pick<Ctx, "db">,
  name: ThrottleName,
  { address, account }: { address: string; account?: string | undefined },
): Promise<void> {
  await count(ctx.db, name, "address", networkOf(address));
  if (account !== undefined) await count(ctx.db, name, "account", account);
}

/**
 * What turned out to be right was no attempt: it is not counted against the network address, and those before it
 * for the account are forgotten, as whoever made them has shown that it is theirs.
 */
export async function forgive(
  { db }: Pick<Ctx, "db">,
  name: ThrottleName,
  { address, account }: { address: string; account: string },
): Promise<void> {
  await limiterOf(db, name, "account").delete(hashOf(account));
  await limiterOf(db, name, "address").reward(hashOf(networkOf(address)));
}

type By = "account" | "address";

async function count(db: Database, name: ThrottleName, by: By, who: string): Promise<void> {
  try {
    await limiterOf(db, name, by).consume(hashOf(who));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new TooMany(Math.max(1, Math.ceil(refused.msBeforeNext / 60_000)));
  }
}

/** The counter takes its time from the clock, not from a Ctx. Old rows go with the daily job: no timers here. */
function limiterOf(storeClient: Database, name: ThrottleName, by: By): RateLimiterDrizzle {
  const { points, minutes } = limits[name][by];
  return new RateLimiterDrizzle({
    storeClient,
    schema: throttles,
    keyPrefix: `${name} ${by}`,
    points,
    duration: minutes * 60,
    clearExpiredByTimeout: false,
  });
}

/** One household has a /64 of IPv6 addresses, and would be as many people. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith("::ffff:")) return address;
  const [head = "", tail = ""] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}

/** The table holds nobody's address. */
const hashOf = (who: string) =>
  createHash("sha256").update(who.trim().normalize("NFC").toLowerCase()).digest("base64url");
