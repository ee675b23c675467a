import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { createBrotliDecompress, createInflate, createUnzip } from "node:zlib";
import type { FailureKind } from "#db/vocabulary-diary.ts";
import { isPublicAddress, lookupPublic, PrivateAddress } from "./public-address.server.ts";
import { Unreachable } from "./unreachable.ts";

export interface FetchOptions {
  /** Hosts, with their port if they have one, that may be private: `localhost:8080`. */
  allow?: readonly string[];
  /** What the last whole answer said of itself, to be spared the same again. */
  etag?: string | null;
  lastModified?: string | null;
  /** For the whole of it, redirects included. */
  timeoutMs?: number;
  /** After decompression. */
  mostBytes?: number;
}

export type FetchedText =
  | { changed: true; body: Uint8Array; etag: string | null; lastModified: string | null }
  | { changed: false };

const mostRedirects = 5;

/** Fetches a calendar from an http, https or webcal address. Throws Unreachable, whatever goes wrong. */
export async function fetchCalendar(address: string, options: FetchOptions = {}): Promise<FetchedText> {
  const { timeoutMs = 10_000 } = options;
  const signal = AbortSignal.timeout(timeoutMs);
  let url = readAddress(address);
  try {
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const answer = await ask(url, options, signal);
      const target = redirectOf(answer, url);
      if (!target) return await readAnswer(answer, url, options, signal);
      answer.destroy();
      url = readAddress(target);
    }
  } catch (error) {
    throw explained(error, url, timeoutMs);
  }
  throw new Unreachable(
    `${url.hostname} sends from one address to another more than ${mostRedirects} times.`,
  );
}

function readAddress(address: string): URL {
  const https = address.trim().replace(/^webcals?:/i, "https:");
  const url = URL.canParse(https) ? new URL(https) : null;
  if (url && (url.protocol === "https:" || url.protocol === "http:") && url.hostname) return url;
  throw new Unreachable("A calendar's address must begin with https://, http:// or webcal://.");
}

function ask(url: URL, options: FetchOptions, signal: AbortSignal): Promise<http.IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const mayBePrivate = options.allow?.includes(url.host) ?? false;
  if (!mayBePrivate && isIP(host) && !isPublicAddress(host)) throw new PrivateAddress(host);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? https : http).get(
      url,
      {
        signal,
        agent: false,
        headers: headersOf(options),
        ...(mayBePrivate ? {} : { lookup: lookupPublic }),
      },
      resolve,
    );
    request.on("error", reject);
  });
}

function headersOf({ etag, lastModified }: FetchOptions): http.OutgoingHttpHeaders {
  return {
    Accept: "text/calendar, */*;q=0.1",
    "Accept-Encoding": "gzip, deflate, br",
    "User-Agent": "Assembly calendar reader",
    ...(etag ? { "If-None-Match": etag } : {}),
    ...(lastModified ? { "If-Modified-Since": lastModified } : {}),
  };
}

function redirectOf({ statusCode = 0, headers }: http.IncomingMessage, from: URL): string | null {
  if (![301, 302, 303, 307, 308].includes(statusCode) || !headers.location) return null;
  return URL.canParse(headers.location, from) ? new URL(headers.location, from).href : headers.location;
}

async function readAnswer(
  answer: http.IncomingMessage,
  url: URL,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<FetchedText> {
  const { statusCode = 0, headers } = answer;
  if (statusCode !== 200) answer.destroy();
  if (statusCode === 304) return { changed: false };
  if (statusCode !== 200)
    throw new Unreachable(`${url.hostname} ${reasonOf(statusCode)} (${statusCode}).`, kindOf(statusCode));
  const body = await readBody(answer, url, options.mostBytes ?? 5_000_000, signal);
  return { changed: true, body, etag: headers.etag ?? null, lastModified: headers["last-modified"] ?? null };
}

function kindOf(status: number): FailureKind {
  if (status === 401 || status === 403) return "refused";
  if (status === 404 || status === 410) return "gone";
  return status === 429 || status === 503 ? "busy" : "unreachable";
}

function reasonOf(status: number): string {
  if (status === 401 || status === 403) return "does not let us read this calendar";
  if (status === 404 || status === 410) return "has no calendar at this address";
  if (status === 429) return "asks us to come back later";
  return status >= 500 ? "is out of order" : "gave an answer that is not a calendar";
}

/** Counts what comes out of decompression, so that a small bomb is stopped as early as a large file. */
async function readBody(
  answer: http.IncomingMessage,
  url: URL,
  mostBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  const abort = () => answer.destroy(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    for await (const piece of decompressed(answer)) {
      size += piece.length;
      if (size > mostBytes)
        throw new Unreachable(`The calendar at ${url.hostname} is larger than ${mostBytes} bytes.`);
      pieces.push(piece);
    }
  } finally {
    signal.removeEventListener("abort", abort);
    answer.destroy();
  }
  return Buffer.concat(pieces);
}

function decompressed(answer: http.IncomingMessage): AsyncIterable<Buffer> {
  const encoding = answer.headers["content-encoding"]?.trim().toLowerCase();
  const decoder = {
    gzip: createUnzip,
    "x-gzip": createUnzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  };
  if (!encoding || !Object.hasOwn(decoder, encoding)) return answer;
  const stream = decoder[encoding as keyof typeof decoder]();
  answer.on("error", (error) => stream.destroy(error));
  answer.on("aborted", () => stream.destroy(new Error("aborted")));
  return answer.pipe(stream);
}

function explained(error: unknown, url: URL, timeoutMs: number): Error {
  if (error instanceof Unreachable) return error;
  const host = url.hostname;
  const because = (text: string) => new Unreachable(text);
  if (error instanceof PrivateAddress) {
    return new Unreachable(`${host} is a private address, which is not read.`, "forbidden");
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const name = error instanceof Error ? error.name : "";
  if (name === "TimeoutError" || name === "AbortError" || code === "ABORT_ERR") {
    return because(`${host} did not answer within ${timeoutMs / 1000} seconds.`);
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return because(`There is no website named ${host}.`);
  if (/CERT|SSL|TLS|SIGNATURE|ISSUER/.test(code))
    return because(`${host} cannot prove that it is ${host} (${code}).`);
  if (code.startsWith("Z_") || code.startsWith("ERR_BROTLI"))
    return because(`The answer of ${host} is damaged.`);
  return because(`${host} cannot be reached${code ? ` (${code})` : ""}.`);
}
