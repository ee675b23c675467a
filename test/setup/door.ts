import type { ActionFunctionArgs } from "@remix-run/node";
import pino from "pino";
import type { Ctx } from "#app/domain/context.ts";
import { beginSession } from "#app/http/session.server.ts";

interface Knock {
  params?: Record<string, string>;
  /** A posted form; without it the door is asked with GET. */
  form?: Record<string, string>;
  /** Whose session the request brings. */
  as?: string | undefined;
  /** Another cookie that it brings along: "name=value". */
  cookie?: string | undefined;
}

/** The arguments that Remix would hand to a loader or an action of this address. */
export async function knock(
  ctx: Ctx,
  address: string,
  { params = {}, form, as, cookie }: Knock = {},
): Promise<ActionFunctionArgs> {
  const session = as && (await beginSession(ctx.db, as)).split(";")[0];
  const cookies = [session, cookie].filter(Boolean).join("; ");
  const headers = new Headers(cookies ? { cookie: cookies } : {});
  const init = form ? { method: "POST", headers, body: new URLSearchParams(form) } : { headers };
  const context = {
    db: ctx.db,
    now: ctx.now,
    nonce: "nonce",
    requestId: "test",
    address: "192.0.2.1",
    log: pino({ level: "silent" }),
  };
  return { request: new Request(`http://localhost:3000${address}`, init), params, context };
}

/** What a door answered or threw, as a response. */
export async function answerOf(answer: Promise<unknown>): Promise<Response> {
  const given = await answer.catch((thrown: unknown) => thrown);
  if (given instanceof Response) return given;
  throw given instanceof Error ? given : new Error(`Not a response: ${JSON.stringify(given)}`);
}
