import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { FeedAddress, FeedAnswer } from "#app/domain/calendars/feeds/answer.ts";
import { answerOf } from "#app/domain/calendars/feeds/kept-texts.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { record } from "#app/domain/record.server.ts";
import { seal, unseal } from "#app/gateways/secret-box.server.ts";
import { people } from "#db/schema/accounts.ts";
import { personalFeeds } from "#db/schema/diary/following.ts";
import { joinMeetingsOfGroups } from "./meeting-texts.server.ts";
import { findGroupsOf, type MyGroup } from "./my-groups.server.ts";

type Self = Ctx & { actor: Person };

export interface MyCalendar {
  /** What the address ends in; null until one is made, or where the site's key is another since. */
  secret: string | null;
  madeAt: string | null;
  /** The last London day on which a program asked for it. */
  lastAskedOn: string | null;
  groups: MyGroup[];
}

/** The secret address of whoever asks, and whose meetings it holds. */
export async function findMyCalendar(ctx: Self): Promise<MyCalendar> {
  const [row] = await ctx.db.select().from(personalFeeds).where(eq(personalFeeds.personId, ctx.actor.id));
  const groups = await findGroupsOf(ctx, ctx.actor.id);
  if (!row) return { secret: null, madeAt: null, lastAskedOn: null, groups };
  const { madeAt, lastAskedOn, sealedSecret } = row;
  return { secret: opened(sealedSecret), madeAt: madeAt.toISOString(), lastAskedOn, groups };
}

function opened(sealed: string): string | null {
  try {
    return unseal(sealed);
  } catch {
    return null;
  }
}

/** Makes an address for whoever asks; the one before it is gone at once. Neither stands in the record. */
export function renewMyCalendar(ctx: Self): Promise<{ secret: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const secret = randomBytes(32).toString("base64url");
    const { id } = ctx.actor;
    const values = {
      ...{ secretHash: hashOf(secret), sealedSecret: seal(secret) },
      ...{ madeAt: ctx.now, lastAskedOn: null },
    };
    await db
      .insert(personalFeeds)
      .values({ personId: id, ...values })
      .onConflictDoUpdate({ target: personalFeeds.personId, set: values });
    await record(inside, { deed: "renew calendar address", noun: "person", nounId: id });
    return { secret };
  });
}

/** The public meetings of every group that the holder of a secret sits on. Throws NotFound for any other secret. */
export async function myFeed(ctx: Ctx, secret: string, address: FeedAddress): Promise<FeedAnswer> {
  const [holder] = await ctx.db
    .select({ id: people.id })
    .from(personalFeeds)
    .innerJoin(people, eq(people.id, personalFeeds.personId))
    .where(and(eq(personalFeeds.secretHash, hashOf(secret)), isNull(people.erasedAt)));
  if (!holder) throw new NotFound("that calendar");
  await noteAsked(ctx, holder.id);
  const groups = await findGroupsOf(ctx, holder.id);
  const texts = await joinMeetingsOfGroups(
    ctx,
    groups.map(({ id }) => id),
    address,
  );
  return answerOf({ name: "My meetings", fileName: "my-meetings" }, [texts], address);
}

/** At most one write a day. Like the day of a session's last use it is no change of anything, so it has no record. */
async function noteAsked({ db, now }: Ctx, personId: string): Promise<void> {
  const today = londonDay(now);
  const isOlder = or(isNull(personalFeeds.lastAskedOn), sql`${personalFeeds.lastAskedOn} < ${today}`);
  await db
    .update(personalFeeds)
    .set({ lastAskedOn: today })
    .where(and(eq(personalFeeds.personId, personId), isOlder));
}

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");
