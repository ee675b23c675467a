import { createHash } from "node:crypto";
import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle";
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from "lucia";
import { findPersonActor } from "#app/domain/accounts/find.server.ts";
import type { Actor } from "#app/domain/context.ts";
import { env } from "#app/env.server.ts";
import type { Database } from "#db/client.server.ts";
import { people, sessions } from "#db/schema/accounts.ts";

/*
 * The only file that knows Lucia (docs/decisions): sessions live here and nowhere else.
 * A session lasts thirty days from its last use; its cookie outlives it, so nothing has to be re-sent.
 */

const COOKIE = "assembly_session";

/** Who sends this request: the person of a live session, or a visitor. */
export async function findActor(request: Request, db: Database, now: Date): Promise<Actor> {
  const token = tokenOf(request);
  if (!token) return { kind: "visitor" };
  const { session } = await luciaOn(db).validateSession(token);
  if (!session) return { kind: "visitor" };
  return (await findPersonActor(db, session.userId, now)) ?? { kind: "visitor" };
}

/** Whether a request brings a session at all, live or not: kept pages are only for those without. */
export function hasSession(request: Request): boolean {
  return tokenOf(request) !== null;
}

/** Begins a session; the answer is the Set-Cookie header to send. */
export async function beginSession(db: Database, personId: string): Promise<string> {
  const lucia = luciaOn(db);
  const session = await lucia.createSession(personId, {});
  return lucia.createSessionCookie(session.id).serialize();
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
      expires: false,
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

/** Only the hash of a token is stored: whoever reads the table cannot sign in with it. */
function hashedAtRest(inner: Adapter): Adapter {
  const hash = (token: string) => createHash("sha256").update(token).digest("hex");
  return {
    getSessionAndUser: async (token): Promise<[DatabaseSession | null, DatabaseUser | null]> => {
      const [session, user] = await inner.getSessionAndUser(hash(token));
      return [session && { ...session, id: token }, user];
    },
    getUserSessions: (userId) => inner.getUserSessions(userId),
    setSession: (session) => inner.setSession({ ...session, id: hash(session.id) }),
    updateSessionExpiration: (token, expiresAt) => inner.updateSessionExpiration(hash(token), expiresAt),
    deleteSession: (token) => inner.deleteSession(hash(token)),
    deleteUserSessions: (userId) => inner.deleteUserSessions(userId),
    deleteExpiredSessions: () => inner.deleteExpiredSessions(),
  };
}
