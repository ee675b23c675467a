import { and, asc, desc, eq, or, sql } from "drizzle-orm";
import type { Ctx, Person } from "#app/domain/context.ts";
import { changes, people, recoveryCodes, roleGrants, sessions, tokens } from "#db/schema/accounts.ts";
import { groupFollowers } from "#db/schema/diary/following.ts";
import { groups, seats } from "#db/schema/groups.ts";
import { caseMessages, cases } from "#db/schema/keeping/cases.ts";
import { imports } from "#db/schema/keeping/imports.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import { registrations } from "#db/schema/keeping/registrations.ts";
import { raisedItems } from "#db/schema/meetings.ts";
import { findDiaryTraces } from "./diary-traces.server.ts";

type Self = Ctx & { actor: Person };

/** Everything that is held about the person who asks, under plain names; instants become ISO strings in JSON. */
export async function findPersonalData(ctx: Self) {
  return {
    takenAt: ctx.now.toISOString(),
    account: await findAccount(ctx),
    ...(await findTraces(ctx)),
    ...(await findWords(ctx)),
    ...(await findDiaryTraces(ctx)),
  };
}

export type PersonalData = Awaited<ReturnType<typeof findPersonalData>>;

async function findAccount({ db, actor }: Self) {
  const [account] = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      addressConfirmedAt: people.emailVerifiedAt,
      hasPassword: sql<boolean>`${people.passwordHash} is not null`,
      secondStepSince: people.totpSince,
      recoveryCodesLeft: sql<number>`(select count(*)::int from ${recoveryCodes} where ${recoveryCodes.personId} = ${actor.id} and ${recoveryCodes.usedAt} is null)`,
      isDemonstration: people.isDemo,
      createdAt: people.createdAt,
      changedAt: people.updatedAt,
    })
    .from(people)
    .where(eq(people.id, actor.id));
  return account;
}

/** What comes of having an account: roles, devices, links, mails. */
async function findTraces({ db, actor }: Self) {
  const { id } = actor;
  return {
    roles: await db
      .select({
        role: roleGrants.role,
        of: roleGrants.scopeId,
        from: roleGrants.grantedAt,
        until: roleGrants.endedAt,
      })
      .from(roleGrants)
      .where(eq(roleGrants.personId, id))
      .orderBy(asc(roleGrants.grantedAt)),
    devicesSignedIn: await db
      .select({ device: sessions.device, since: sessions.createdAt, lastUsed: sessions.seenAt })
      .from(sessions)
      .where(eq(sessions.userId, id)),
    linksMailed: await db
      .select({
        purpose: tokens.purpose,
        createdAt: tokens.createdAt,
        expiresAt: tokens.expiresAt,
        usedAt: tokens.usedAt,
      })
      .from(tokens)
      .where(eq(tokens.personId, id)),
    mails: await db
      .select({ kind: mails.kind, to: mails.toEmail, subject: mails.subject, sentAt: mails.sentAt })
      .from(mails)
      .where(or(eq(mails.personId, id), sql`lower(${mails.toEmail}) = lower(${actor.email})`))
      .orderBy(desc(mails.createdAt)),
  };
}

/** What they did and wrote: changes, cases, registrations, items for boards, seats, files. */
async function findWords(ctx: Self) {
  const { db, actor } = ctx;
  return {
    changesMade: await db
      .select({
        at: changes.at,
        deed: changes.deed,
        noun: changes.noun,
        nounId: changes.nounId,
        before: changes.before,
        after: changes.after,
      })
      .from(changes)
      .where(eq(changes.personId, actor.id))
      .orderBy(desc(changes.at)),
    ...(await findCasesOf(ctx)),
    ...(await findPublicWork(ctx)),
  };
}

async function findCasesOf({ db, actor }: Self) {
  return {
    casesRaised: await db
      .select({
        kind: cases.kind,
        title: cases.title,
        details: cases.details,
        fromName: cases.fromName,
        fromEmail: cases.fromEmail,
        state: cases.state,
        answer: cases.reason,
        createdAt: cases.createdAt,
      })
      .from(cases)
      .where(or(eq(cases.personId, actor.id), sql`lower(${cases.fromEmail}) = lower(${actor.email})`)),
    messagesInCases: await db
      .select({ at: caseMessages.at, words: caseMessages.words })
      .from(caseMessages)
      .where(eq(caseMessages.personId, actor.id)),
    registrations: await db
      .select({
        name: registrations.contactName,
        email: registrations.contactEmail,
        role: registrations.contactRole,
        createdAt: registrations.createdAt,
        submittedAt: registrations.submittedAt,
      })
      .from(registrations)
      .where(sql`lower(${registrations.contactEmail}) = lower(${actor.email})`),
  };
}

async function findPublicWork({ db, actor }: Self) {
  const isMine = and(eq(seats.personId, actor.id));
  return {
    itemsRaised: await db
      .select({ title: raisedItems.title, raisedAt: raisedItems.raisedAt, status: raisedItems.status })
      .from(raisedItems)
      .where(eq(raisedItems.raisedById, actor.id)),
    groupsFollowed: await db
      .select({ group: groups.name, how: groupFollowers.kind, since: groupFollowers.createdAt })
      .from(groupFollowers)
      .innerJoin(groups, eq(groups.id, groupFollowers.groupId))
      .where(eq(groupFollowers.personId, actor.id)),
    seats: await db
      .select({
        title: seats.roleTitle,
        name: seats.personName,
        from: seats.heldFrom,
        until: seats.heldUntil,
      })
      .from(seats)
      .where(isMine),
    filesImported: await db
      .select({ fileName: imports.fileName, state: imports.state, createdAt: imports.createdAt })
      .from(imports)
      .where(eq(imports.personId, actor.id)),
  };
}
