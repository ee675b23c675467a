import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, strength);
}

/** True when the password is the one; takes as long when there is no account or no password to compare with. */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  if (stored) return verify(stored, password).catch(() => false);
  decoy ??= hashPassword("nobody's password");
  await verify(await decoy, password);
  return false;
}

let decoy: Promise<string> | undefined;
