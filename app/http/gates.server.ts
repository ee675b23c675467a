import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Ctx, Person } from "#app/domain/context.ts";
import { paths } from "#app/paths.ts";
import { errorReply, isDatabaseLost } from "./errors.server.ts";
import "./load-context.ts";
import { findActor } from "./session.server.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** What a door is told about the request, besides its Ctx. */
export interface Door {
  request: Request;
  params: Args["params"];
  url: URL;
  requestId: string;
}

type Gated<T> = ((args: Args) => Promise<T>) & { gate: string };

/** Everybody may enter; who is signed in is known. */
export function visitor<T>(handle: (ctx: Ctx, door: Door) => Promise<T>): Gated<T> {
  return gate("visitor", handle);
}

/** Only somebody who is signed in; a page sends others to sign in and back. */
export function signedIn<T>(handle: (ctx: Ctx & { actor: Person }, door: Door) => Promise<T>): Gated<T> {
  return gate("signedIn", async (ctx, door) => {
    const { actor } = ctx;
    if (actor.kind !== "person") throw redirect(paths.signIn({ next: nextAfterSignIn(door) }));
    return handle({ ...ctx, actor }, door);
  });
}

/** A machine's door: open data for anyone, answered in JSON, errors too. */
export function apiClient<T>(handle: (ctx: Ctx, door: Door) => Promise<T>): Gated<Response> {
  return gate("apiClient", async (ctx, door) => {
    try {
      const body = await handle({ ...ctx, actor: { kind: "visitor" } }, door);
      return body instanceof Response ? body : json(body, { headers: openToAll });
    } catch (error) {
      const reply = errorReply(error);
      if (!(reply instanceof Response)) throw reply;
      const { message } = (await reply.json()) as { message: string };
      return json({ error: { status: reply.status, message } }, { status: reply.status, headers: openToAll });
    }
  });
}

const openToAll = { "Access-Control-Allow-Origin": "*" };

function gate<T>(name: string, handle: (ctx: Ctx, door: Door) => Promise<T>): Gated<T> {
  const enter = async ({ request, params, context }: Args): Promise<T> => {
    try {
      const now = context.now ?? new Date();
      const actor = await findActor(request, context.db, now);
      const door = { request, params, url: new URL(request.url), requestId: context.requestId };
      return await handle({ actor, db: context.db, now }, door);
    } catch (error) {
      if (isDatabaseLost(error)) {
        context.log.error({ err: error }, "database unreachable");
        throw json({ message: "Our database is not answering. Nothing you typed has been saved. Please try again in a few minutes." }, { status: 503 });
      }
      throw errorReply(error);
    }
  };
  return Object.assign(enter, { gate: name });
}

/** Back to the page that was asked for; a form that was posted goes back to its own page. */
function nextAfterSignIn({ url }: Door): string {
  return url.pathname + url.search;
}
