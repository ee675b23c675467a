import { createHash } from "node:crypto";
import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle";
import { and, eq, sql } from "drizzle-orm";
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from "lucia";
import { findPersonActor } from "#app/domain/accounts/find.server.ts";
import { deviceInWords } from "#app/domain/accounts/sessions/device.ts";
import type { Actor } from "#app/domain/context.ts";
import { env } from "#app/env.server.ts";
import type { Database } from "#db/client.server.ts";
import { people, sessions } from "#db/schema/accounts.ts";

/*
 * The only file that knows Lucia (docs/decisions). A session lasts thirty days and is made longer while it is
 * used; its cookie lasts as long, and is sent anew whenever the session is.
 */

const COOKIE = "assembly_session";

export interface Asker {
  actor: Actor;
  /** The Set-Cookie header to send where the session was made longer. */
  renewedCookie: string | null;
}

/** Who sends this request: the person of a live session, or a visitor. */
export async function findAsker(request: Request, db: Database, now: Date): Promise<Asker> {
  const nobody: Asker = { actor: { kind: "visitor" }, renewedCookie: null };
  const token = tokenOf(request);
  if (!token) return nobody;
  const lucia = luciaOn(db);
  const { session } = await lucia.validateSession(token);
  const actor = session && (await findPersonActor(db, session.userId, now));
  if (!session || !actor) return nobody;
  await noteSeen(db, hashOf(token));
  return { actor, renewedCookie: session.fresh ? lucia.createSessionCookie(token).serialize() : null };
}

/** When a session was last used, to the quarter of an hour: no write for every page. */
async function noteSeen(db: Database, id: string): Promise<void> {
  const isLongAgo = sql`${sessions.seenAt} < now() - interval '15 minutes'`;
  await db
    .update(sessions)
    .set({ seenAt: sql`now()` })
    .where(and(eq(sessions.id, id), isLongAgo));
}

/** The id under which the request's session is stored; null without one. */
export function sessionIdOf(request: Request): string | null {
  const token = tokenOf(request);
  return token && hashOf(token);
}

/** Begins a session in the browser that sends this request; the answer is the Set-Cookie header to send. */
export async function beginSession(db: Database, personId: string, request?: Request): Promise<string> {
  const lucia = luciaOn(db);
  const session = await lucia.createSession(personId, {});
  const device = deviceInWords(request?.headers.get("user-agent") ?? "");
  await db
    .update(sessions)
    .set({ device })
    .where(eq(sessions.id, hashOf(session.id)));
  return lucia.createSessionCookie(session.id).serialize();
}

/** A new session in place of the request's own: what was known of the old one opens nothing any more. */
export async function rotateSession(db: Database, personId: string, request: Request): Promise<string> {
  await endSession(request, db);
  return beginSession(db, personId, request);
}

/** Ends the request's session, if it has one; the answer is the Set-Cookie header that forgets it. */
export async function endSession(request: Request, db: Database): Promise<string> {
  const lucia = luciaOn(db);
  const token = tokenOf(request);
  if (token) await lucia.invalidateSession(token);
  return lucia.createBlankSessionCookie().serialize();
}

/** Deletes the sessions that nobody can use any more; their browsers never came back to have it done. */
export async function forgetExpiredSessions(db: Database): Promise<void> {
  await luciaOn(db).deleteExpiredSessions();
}

const instances = new WeakMap<Database, Lucia>();

function luciaOn(db: Database): Lucia {
  const known = instances.get(db);
  if (known) return known;
  const lucia = new Lucia(hashedAtRest(new DrizzlePostgreSQLAdapter(db, sessions, people)), {
    sessionExpiresIn: new TimeSpan(30, "d"),
    sessionCookie: {
      name: COOKIE,
      // http://localhost must keep working: the cookie follows the public address, not NODE_ENV
      attributes: { secure: env.PUBLIC_URL.startsWith("https:"), sameSite: "lax", path: "/" },
    },
  });
  instances.set(db, lucia);
  return lucia;
}

function tokenOf(request: Request): string | null {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim().split("="));
  return pairs.find(([name]) => name === COOKIE)?.[1] || null;
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** Only the hash of a token is stored: whoever reads the table cannot sign in with it. */
function hashedAtRest(inner: Adapter): Adapter {
  return {
    getSessionAndUser: async (token): Promise<[DatabaseSession | null, DatabaseUser | null]> => {
      const [session, user] = await inner.getSessionAndUser(hashOf(token));
      return [session && { ...session, id: token }, user];
    },
    getUserSessions: (userId) => inner.getUserSessions(userId),
    setSession: (session) => inner.setSession({ ...session, id: hashOf(session.id) }),
    updateSessionExpiration: (token, expiresAt) => inner.updateSessionExpiration(hashOf(token), expiresAt),
    deleteSession: (token) => inner.deleteSession(hashOf(token)),
    deleteUserSessions: (userId) => inner.deleteUserSessions(userId),
    deleteExpiredSessions: () => inner.deleteExpiredSessions(),
  };
}
