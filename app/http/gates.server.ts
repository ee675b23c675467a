import {
  type ActionFunctionArgs,
  type AppLoadContext,
  json,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import type { Ctx, Person } from "#app/domain/context.ts";
import { paths } from "#app/paths.ts";
import { machineProblemReply, problemReply, SignedOut } from "./errors.server.ts";
import { openToAllSites } from "./machine-doors.ts";
import { type Asker, findAsker } from "./session.server.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** What a door is told about the request, besides its Ctx. */
export interface Door {
  request: Request;
  params: Args["params"];
  url: URL;
  requestId: string;
  /** The network address that it comes from, to count attempts by. */
  address: string;
  /** Set where the session was renewed: the Set-Cookie header that makes its cookie last as long. */
  renewedCookie: string | null;
}

type Gated<T> = ((args: Args) => Promise<T>) & { gate: string };

/** Everybody may enter; who is signed in is known. */
export function visitor<T>(handle: (ctx: Ctx, door: Door) => Promise<T>): Gated<T> {
  return gate("visitor", handle);
}

/**
 * Only somebody who is signed in. A page sends others to sign in and back; a form that comes from
 * somebody whose session has ended is answered with 401 and the words they typed.
 */
export function signedIn<T>(handle: (ctx: Ctx & { actor: Person }, door: Door) => Promise<T>): Gated<T> {
  return gate("signedIn", async (ctx, door) => {
    const { actor } = ctx;
    if (actor.kind === "person") return handle({ ...ctx, actor }, door);
    if (door.request.method === "GET")
      throw redirect(paths.signIn({ next: door.url.pathname + door.url.search }));
    throw new SignedOut();
  });
}

/** A machine's door: open data for anyone, whoever is signed in; answered in JSON, errors too. */
export function apiClient<T>(handle: (ctx: Ctx, door: Door) => Promise<T>): Gated<Response> {
  const answer = async ({ context, ...args }: Args): Promise<Response> => {
    try {
      const ctx: Ctx = { actor: { kind: "visitor" }, db: context.db, now: context.now ?? new Date() };
      const body = await handle(ctx, doorOf(args, context));
      return body instanceof Response ? body : json(body);
    } catch (error) {
      return error instanceof Response ? error : machineProblemReply(error, context.log);
    }
  };
  const enter = async (args: Args) => openToAllSites(await answer(args));
  return Object.assign(enter, { gate: "apiClient" });
}

function gate<T>(name: string, handle: (ctx: Ctx, door: Door) => Promise<T>): Gated<T> {
  const enter = async ({ request, params, context }: Args): Promise<T> => {
    const typed = request.method === "POST" ? request.clone() : null;
    try {
      const now = context.now ?? new Date();
      const { actor, renewedCookie } = await askerOf(request, context, now);
      const door = { ...doorOf({ request, params }, context), renewedCookie };
      return await handle({ actor, db: context.db, now }, door);
    } catch (error) {
      // Redirects and answers that a door made itself go out as they are
      if (error instanceof Response) throw error;
      throw await problemReply(error, { typed, log: context.log });
    }
  };
  return Object.assign(enter, { gate: name });
}

function doorOf({ request, params }: Pick<Args, "request" | "params">, context: AppLoadContext): Door {
  const { requestId, address } = context;
  return { request, params, url: new URL(request.url), requestId, address, renewedCookie: null };
}

/** Several doors answer one page (the frame and its content): who asks is looked up once. */
function askerOf(request: Request, context: AppLoadContext, now: Date): Promise<Asker> {
  const known = askers.get(context);
  if (known) return known;
  const asker = findAsker(request, context.db, now);
  askers.set(context, asker);
  return asker;
}

const askers = new WeakMap<AppLoadContext, Promise<Asker>>();
