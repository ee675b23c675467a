import type { FailureKind } from "#db/vocabulary-diary.ts";
import { type Trouble, Unreachable } from "../unreachable.ts";
import { hostInWords } from "./host-in-words.ts";

/** A refusal of our own (calendar case 67): trying it again would end the same way. */
export const forbidden = (message: string, trouble: Trouble | null = null) =>
  new Unreachable(message, "forbidden", null, trouble);

/**
 * What went wrong on the way to a host, in words; at most its name stands in them. The codes of the network and of
 * OpenSSL mean nothing to those who keep a calendar.
 */
export function explained(error: unknown, host: string, timeoutMs: number): Unreachable {
  if (error instanceof Unreachable) return error;
  const [name, code, message] =
    error instanceof Error ? [error.name, codeOf(error), error.message] : ["", "", ""];
  const named = hostInWords(host);
  if (name === "PrivateAddress")
    return forbidden(`${named} is a private address, which is not read.`, "private");
  if (name === "TimeoutError" || name === "AbortError" || lateCodes.test(code)) {
    return new Unreachable(`${named} did not answer within ${timeoutMs / 1000} seconds.`);
  }
  if (code === "HPE_HEADER_OVERFLOW")
    return forbidden(`The answer of ${named} begins with too much of what nobody reads.`);
  if (isPlain(code, message))
    return new Unreachable(`${named} does not speak https at this address.`, "unreachable", null, "no-https");
  const doubt = doubtOf(code);
  if (doubt) {
    const problem = `${named} cannot prove that it is ${named}: ${doubt}.`;
    return new Unreachable(problem, "unreachable", null, "no-proof");
  }
  const [, say, trouble = null] = waysToFail.find(([codes]) => codes.test(code)) ?? [];
  return new Unreachable(say?.(named) ?? `${named} cannot be reached.`, "unreachable", null, trouble);
}

const codeOf = (error: Error): string =>
  "code" in error && typeof error.code === "string" ? error.code : "";

const lateCodes = /^(ABORT_ERR|ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_\w*TIMEOUT)$/;

const waysToFail: readonly [codes: RegExp, say: (host: string) => string, trouble?: Trouble][] = [
  [
    /^(ENOTFOUND|ENODATA|EAI_NONAME|EAI_NODATA|EBADNAME)$/,
    (host) => `There is no website named ${host}.`,
    "no-name",
  ],
  [
    /^(EAI_\w+|ESERVFAIL|EREFUSED|ETIMEOUT|ENONAME)$/,
    (host) => `We could not find out where ${host} is. Our own network may be down.`,
  ],
  [/^ECONNREFUSED$/, (host) => `${host} cannot be reached: no website answers there.`],
  [
    /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|ERR_STREAM_PREMATURE_CLOSE)$/,
    (host) => `${host} broke off before it had answered.`,
  ],
  [
    /^(EHOST|ENET)(UNREACH|DOWN)$|^(EADDRNOTAVAIL|ENONET)$/,
    (host) => `${host} cannot be reached: there is no way to it from here at the moment.`,
  ],
  [/^HPE_/, (host) => `The answer of ${host} is not one of a website.`],
  [/^(Z_|ERR_BROTLI|ERR_ZSTD)/, (host) => `The answer of ${host} is damaged.`],
  [
    /^EPROTO$|SSL|TLS/,
    (host) => `We and ${host} find no safe way to speak: its https is not in order.`,
    "no-proof",
  ],
];

/** An answer in clear where https was asked for looks to OpenSSL like a version that nobody knows. */
const isPlain = (code: string, message: string): boolean =>
  /^ERR_SSL_(WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG|UNKNOWN_PROTOCOL)$/.test(code) ||
  (code === "EPROTO" &&
    /wrong version number|packet length too long|unknown protocol|http request/.test(message));

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
  return /CERT|ISSUER|SIGNATURE|CRL|^HOSTNAME_MISMATCH$|^INVALID_(CA|PURPOSE)$/.test(code)
    ? "its certificate is not in order"
    : null;
}

/** What an answer other than the one asked for means, by its HTTP status. */
export function statusFailure(status: number, host: string, retryAfter?: string): Unreachable {
  const kind = kindOf(status);
  return new Unreachable(`${hostInWords(host)} ${reasonOf(status)} (${status}).`, kind, waitOf(retryAfter));
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
