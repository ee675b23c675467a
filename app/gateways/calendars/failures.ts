import type { FailureKind } from "#db/vocabulary-diary.ts";
import { Unreachable } from "../unreachable.ts";

/** A refusal of our own (calendar case 67): trying it again would end the same way. */
export const forbidden = (message: string) => new Unreachable(message, "forbidden");

const codesOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** What went wrong on the way to a host, in words; at most its name stands in them. */
export function explained(error: unknown, host: string, timeoutMs: number): Unreachable {
  if (error instanceof Unreachable) return error;
  const name = error instanceof Error ? error.name : "";
  const code = codesOf(error);
  if (name === "PrivateAddress") return forbidden(`${host} is a private address, which is not read.`);
  if (name === "TimeoutError" || name === "AbortError" || code === "ABORT_ERR" || code === "ETIMEDOUT") {
    return new Unreachable(`${host} did not answer within ${timeoutMs / 1000} seconds.`);
  }
  if (code === "ENOTFOUND") return new Unreachable(`There is no website named ${host}.`);
  if (code === "EAI_AGAIN")
    return new Unreachable(`We could not find out where ${host} is. Our own network may be down.`);
  if (code === "HPE_HEADER_OVERFLOW")
    return forbidden(`The answer of ${host} begins with too much of what nobody reads.`);
  if (code.startsWith("HPE_")) return new Unreachable(`The answer of ${host} is not one of a website.`);
  const proof = doubtOf(code);
  if (proof) return new Unreachable(`${host} cannot prove that it is ${host}: ${proof} (${code}).`);
  if (code.startsWith("Z_") || code.startsWith("ERR_BROTLI"))
    return new Unreachable(`The answer of ${host} is damaged.`);
  return new Unreachable(`${host} cannot be reached${code ? ` (${code})` : ""}.`);
}

/** Why a certificate is not believed. */
const doubts: Record<string, string> = {
  CERT_HAS_EXPIRED: "its certificate has run out",
  CERT_NOT_YET_VALID: "its certificate is not valid yet",
  CERT_REVOKED: "its certificate was taken back",
  DEPTH_ZERO_SELF_SIGNED_CERT: "nobody but itself vouches for its certificate",
  SELF_SIGNED_CERT_IN_CHAIN: "nobody we know vouches for its certificate",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
  UNABLE_TO_GET_ISSUER_CERT: "it does not send all of its certificates",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "it does not send all of its certificates",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "it does not send all of its certificates",
};

function doubtOf(code: string): string | null {
  if (Object.hasOwn(doubts, code)) return doubts[code] ?? null;
  if (/CERT|ISSUER|SIGNATURE/.test(code)) return "its certificate is not in order";
  return /^EPROTO$|SSL|TLS/.test(code) ? "it does not speak https there" : null;
}

/** What an answer other than the one asked for means, by its HTTP status. */
export function statusFailure(status: number, host: string, retryAfter?: string): Unreachable {
  const kind = kindOf(status);
  return new Unreachable(`${host} ${reasonOf(status)} (${status}).`, kind, waitOf(retryAfter));
}

function kindOf(status: number): FailureKind {
  if (status === 401 || status === 403) return "refused";
  if (status === 404 || status === 410) return "gone";
  return status === 429 || status === 503 ? "busy" : "unreachable";
}

function reasonOf(status: number): string {
  if (status === 401) return "wants somebody to sign in before this calendar may be read";
  if (status === 403) return "does not let us read this calendar";
  if (status === 404 || status === 410) return "has no calendar at this address";
  if (status === 429) return "asks us to come back later";
  return status >= 500 ? "is out of order" : "gave an answer that is not a calendar";
}

const longestWait = 24 * 60 * 60 * 1000;

/** Retry-After (RFC 9110 §10.2.3): seconds or a date; in milliseconds from now, at most a day. */
function waitOf(retryAfter: string | undefined): number | null {
  const text = retryAfter?.trim() ?? "";
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), longestWait);
}
