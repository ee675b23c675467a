import { Secret, TOTP } from "otpauth";
import { seal, unseal } from "#app/gateways/secret-box.server.ts";

/* Time-based codes as authenticator apps make them: RFC 6238 with SHA-1, six digits, thirty seconds. */

const STEP_MS = 30_000;

export function newSealedSecret(): string {
  return seal(new Secret({ size: 20 }).base32);
}

export interface SetUpKey {
  /** What the picture holds: an `otpauth://` address. */
  address: string;
  /** To type where a picture cannot be read, in groups of four. */
  key: string;
}

/** What an authenticator app is told about a sealed secret. */
export function keyOf(sealed: string, email: string): SetUpKey {
  const totp = totpOf(sealed, email);
  return { address: totp.toString(), key: totp.secret.base32.replace(/(.{4})(?=.)/g, "$1 ") };
}

/** The time step that a code belongs to, at most one step off; null for a wrong code. */
export function stepOf(sealed: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(sealed, "").validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / STEP_MS) + delta;
}

function totpOf(sealed: string, label: string): TOTP {
  return new TOTP({ issuer: "Assembly", label, secret: Secret.fromBase32(unseal(sealed)) });
}
