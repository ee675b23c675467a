import { redirect } from "@remix-run/node";
import { type Admission, CODE_MINUTES } from "#app/domain/accounts/sign-in/admission.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";
import { localPath } from "./local-path.ts";
import { beginSession, endSession } from "./session.server.ts";

/** Holds the token of a second step between the password and the code; only pages of signing in are sent it. */
const COOKIE = "assembly_second_step";

const isSecure = () => (env.PUBLIC_URL.startsWith("https:") ? "; Secure" : "");
const cookieOf = (value: string, seconds: number) =>
  `${COOKIE}=${value}; Path=/sign-in; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure()}`;

/** Leads in whoever was admitted: to where they wanted to go, or first to the second step. */
export async function admissionReply(
  ctx: Ctx,
  request: Request,
  { personId, codeToken, next }: Admission & { next: string },
): Promise<Response> {
  if (codeToken === null) return signedInReply(ctx, request, { personId, next });
  const onward = localPath(next);
  const headers = { "Set-Cookie": cookieOf(codeToken, CODE_MINUTES * 60) };
  return redirect(paths.signInCode(onward ? { next: onward } : {}), { headers });
}

/** Begins the session. Whoever used this browser before is signed out, not only forgotten by it. */
export async function signedInReply(
  { db }: Ctx,
  request: Request,
  { personId, next }: { personId: string; next: string },
): Promise<Response> {
  await endSession(request, db);
  const headers = new Headers();
  headers.append("Set-Cookie", await beginSession(db, personId, request));
  if (codeTokenOf(request)) headers.append("Set-Cookie", cookieOf("", 0));
  return redirect(localPath(next) ?? paths.account(), { headers });
}

/** The token of the second step that this browser is at; null where it is at none. */
export function codeTokenOf(request: Request): string | null {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim().split("="));
  return pairs.find(([name]) => name === COOKIE)?.[1] || null;
}

/** For `headers` of pages whose address holds a secret, or that only this browser may see: kept by nobody. */
export const keptByNobody = () => ({ "Cache-Control": "private, no-store" });
