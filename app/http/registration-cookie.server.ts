import type { Held } from "#app/domain/organisations/registration/find-registration.server.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";

/** Holds the secret of a registration. Each has its own path, so that one browser may hold several. */
const COOKIE = "assembly_registration";
const THIRTY_DAYS = 30 * 24 * 60 * 60;

/** The Set-Cookie header that makes this browser hold a registration. */
export function registrationCookie({ id, deviceToken }: { id: string; deviceToken: string }): string {
  const secure = env.PUBLIC_URL.startsWith("https:") ? "; Secure" : "";
  const path = paths.registration(id);
  return `${COOKIE}=${deviceToken}; Path=${path}; Max-Age=${THIRTY_DAYS}; HttpOnly; SameSite=Lax${secure}`;
}

/** The registration of this address, with the secret that the browser brings, if it does. */
export function heldRegistration(request: Request, id: string | undefined): Held {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim().split("="));
  return { id: id ?? "", deviceToken: pairs.find(([name]) => name === COOKIE)?.[1] || null };
}
