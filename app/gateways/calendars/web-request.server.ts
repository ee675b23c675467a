import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createInflate, createUnzip } from "node:zlib";
import { isPublicAddress, lookupPublic, PrivateAddress } from "../public-address.server.ts";
import { isAllowed } from "./address.ts";
import { explained, forbidden } from "./failures.ts";
import { hostInWords } from "./host-in-words.ts";

/** What the requests of one reading may do, and may spend between them. */
export interface Limits {
  /** Hosts, with their port if they have one, that may be private: `localhost:8080`. */
  allow: readonly string[];
  /** For each request, what it is sent on to included. */
  timeoutMs: number;
  /** For each answer, after decompression. */
  mostBytes: number;
}

export interface WebRequest {
  method?: "GET" | "PROPFIND" | "REPORT";
  headers?: Record<string, string>;
  body?: string;
}

/** An answer whose body has not been read yet. Either `read` or `drop` it. */
export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  url: URL;
  read(): Promise<Buffer>;
  drop(): void;
}

const mostHeaderBytes = 16_384;

/** Asks once, and goes nowhere else. The connection goes to the address that was checked. Throws Unreachable. */
export async function ask(
  url: URL,
  request: WebRequest,
  limits: Limits,
  deadline: AbortSignal,
): Promise<Answer> {
  const inWords = (error: unknown) => explained(error, url.hostname, limits.timeoutMs);
  const found = await begin(url, request, limits, deadline).catch((error) => {
    throw inWords(error);
  });
  return {
    status: found.statusCode ?? 0,
    headers: found.headers,
    url,
    drop: () => found.destroy(),
    read: () =>
      readBody(found, limits.mostBytes, deadline).catch((error) => {
        throw error instanceof TooLarge ? forbidden(tooLarge(url, limits), "too-large") : inWords(error);
      }),
  };
}

const tooLarge = ({ hostname }: URL, { mostBytes }: Limits) =>
  `The calendar at ${hostInWords(hostname)} is larger than ${mostBytes / 1_000_000} MB, which is more than we read.`;

async function begin(
  url: URL,
  { method = "GET", headers = {}, body }: WebRequest,
  { allow }: Limits,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const mayBePrivate = isAllowed(url, allow);
  if (!mayBePrivate) refusePrivate(url);
  // Credentials travel in a header of their own or not at all.
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  const options = {
    method,
    signal,
    agent: false,
    maxHeaderSize: mostHeaderBytes,
    headers: {
      "User-Agent": "Assembly calendar reader",
      "Accept-Encoding": "gzip, deflate, br",
      ...headers,
      ...(body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) }),
    },
    ...(mayBePrivate ? {} : { lookup: lookupPublic }),
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? https : http).request(bare, options, resolve);
    request.on("error", reject);
    // An answer that wants to speak otherwise (101) ends neither in a response nor in an error.
    request.on("upgrade", (_, socket) => socket.destroy());
    request.on("close", () => reject(Object.assign(new Error("It hung up"), { code: "ECONNRESET" })));
    request.end(body);
  });
}

/** Addresses in figures are not looked up, so they are checked here; ports below 1024 belong to other trades. */
function refusePrivate({ hostname, port }: URL): void {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) && !isPublicAddress(host)) throw new PrivateAddress(host);
  if (port && Number(port) < 1024 && port !== "80" && port !== "443") {
    throw forbidden(`Port ${port} of ${hostInWords(hostname)} is not one that websites use.`);
  }
}

class TooLarge extends Error {}

/** Counts what comes out of decompression, so that a small bomb is stopped as early as a large file. */
async function readBody(
  answer: http.IncomingMessage,
  mostBytes: number,
  deadline: AbortSignal,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  const abort = () => answer.destroy(deadline.reason);
  deadline.addEventListener("abort", abort, { once: true });
  try {
    for await (const piece of decompressed(answer)) {
      size += piece.length;
      if (size > mostBytes) throw new TooLarge();
      pieces.push(piece);
    }
  } finally {
    deadline.removeEventListener("abort", abort);
    answer.destroy();
  }
  return Buffer.concat(pieces);
}

const decoders = {
  gzip: createUnzip,
  "x-gzip": createUnzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** One packing at most: several inside each other are a way to make a bomb of a bomb. */
function decompressed(answer: http.IncomingMessage): Readable {
  const encodings = (answer.headers["content-encoding"] ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name && name !== "identity");
  if (encodings.length > 1) throw forbidden("The calendar is packed several times over.");
  const [encoding = ""] = encodings;
  if (!Object.hasOwn(decoders, encoding)) return answer;
  const stream = decoders[encoding as keyof typeof decoders]();
  answer.on("error", (error) => stream.destroy(error));
  answer.on("aborted", () => stream.destroy(new Error("aborted")));
  return answer.pipe(stream);
}
