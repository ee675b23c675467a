import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { env } from "#app/env.server.ts";

/*
 * Secrets that have to be read again (keys of second steps, passwords of calendars) are kept sealed: AES-256-GCM
 * under the site's own key. The key is the setting SECRET_KEY, else a file beside the data, made at first use.
 */

const VERSION = "1";

/**
 * A text that only this site's key opens: "1.iv.tag.text" in base64url. What travels through pages is sealed for a
 * purpose: what was sealed for another, such as a row's secret, does not open in its place.
 */
export function seal(text: string, purpose = ""): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", siteKey(), iv);
  cipher.setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [VERSION, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
}

/** The text of `seal`. Throws for one that was changed, or sealed with another key or for another purpose. */
export function unseal(sealed: string, purpose = ""): string {
  const [version, ...parts] = sealed.split(".");
  const [iv, tag, content] = parts.map((part) => Buffer.from(part, "base64url"));
  if (version !== VERSION || !iv || !tag || !content) throw new Error("Not a sealed text");
  const decipher = createDecipheriv("aes-256-gcm", siteKey(), iv, { authTagLength: 16 });
  decipher.setAuthTag(tag);
  decipher.setAAD(Buffer.from(purpose));
  return Buffer.concat([decipher.update(content), decipher.final()]).toString("utf8");
}

let key: Buffer | undefined;

function siteKey(): Buffer {
  key ??= createHash("sha256")
    .update(env.SECRET_KEY ?? keyOfFile(path.join(env.DATA_DIR, "secret-key")))
    .digest();
  return key;
}

/** Two processes that begin at once end up with one key: the second finds the first one's file. */
function keyOfFile(file: string): string {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8");
}
