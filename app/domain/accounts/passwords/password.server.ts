import { hash, verify } from "@node-rs/argon2";
import { normalised } from "./password-rules.ts";

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Nobody's password, of the same strength: an unknown address takes as long as a known one. */
export const decoy =
  "$argon2id$v=19$m=19456,t=2,p=1$ZvAUs0luxeogSEqoIZ0Eig$Z5DmtUGP+Y6OVgrR9MdzGCtLNTSjZMnm7gU0SqFNB5o";

export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), strength);
}

/** True when the password is the one; takes as long when there is no account or no password to compare with. */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? decoy, normalised(password)).catch(() => false);
  return Boolean(stored) && matches;
}

/** Whether a hash was made with other parameters than today's: it is made anew at the next signing in. */
export function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = strength;
  return !stored.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}
