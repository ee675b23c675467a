import type { Held } from "#app/domain/organisations/registration/find-registration.server.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";

/**
 * Holds the secret of a registration. Each has a name of its own, so that one browser may hold several; all are
 * brought to /register, which says what was begun here.
 */
const COOKIE = "assembly_registration_";
const THIRTY_DAYS = 30 * 24 * 60 * 60;

/** The Set-Cookie header that makes this browser hold a registration. */
export function registrationCookie({ id, deviceToken }: { id: string; deviceToken: string }): string {
  const secure = env.PUBLIC_URL.startsWith("https:") ? "; Secure" : "";
  return `${COOKIE}${id}=${deviceToken}; Path=${paths.register()}; Max-Age=${THIRTY_DAYS}; HttpOnly; SameSite=Lax${secure}`;
}

/** The registration of this address, with the secret that the browser brings, if it does. */
export function heldRegistration(request: Request, id = ""): Held {
  return heldRegistrations(request).find((held) => held.id === id) ?? { id, deviceToken: null };
}

/** Every registration that this browser says it holds. */
export function heldRegistrations(request: Request): Held[] {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim().split("="));
  return pairs.flatMap(([name = "", deviceToken]) =>
    name.startsWith(COOKIE) && deviceToken ? [{ id: name.slice(COOKIE.length), deviceToken }] : [],
  );
}
