import { Unreachable } from "../unreachable.ts";
import { forbidden, statusFailure } from "./failures.ts";
import { hostInWords } from "./host-in-words.ts";
import type { Login } from "./login.ts";
import { type Multistatus, readMultistatus } from "./multistatus.ts";
import { follow } from "./redirects.server.ts";
import type { Answer } from "./web-request.server.ts";

export interface DavQuestion {
  method: "PROPFIND" | "REPORT";
  depth: "0" | "1";
  body: string;
}

/** `found` is null for a status other than 207. */
export interface DavAnswer {
  status: number;
  url: URL;
  found: Multistatus | null;
  /** What the status means, to throw where it is not expected. */
  failure: Unreachable;
}

/** What one reading of a CalDAV server may take, over all its requests. */
const most = {
  requests: 500,
  answerBytes: 10_000_000,
  bytes: 30_000_000,
  milliseconds: 60_000,
  timeoutMs: 10_000,
};

/** Asks a WebDAV server within bounds. Throws Unreachable for what is no answer at all. */
export type DavSession = (url: URL, question: DavQuestion, login: Login) => Promise<DavAnswer>;

export function davSession(allow: readonly string[]): DavSession {
  const until = Date.now() + most.milliseconds;
  let requests = 0;
  let bytes = 0;
  return async (url, { method, depth, body }, login) => {
    const timeoutMs = Math.min(most.timeoutMs, until - Date.now());
    requests += 1;
    const host = hostInWords(url.hostname);
    if (timeoutMs <= 0) throw new Unreachable(`${host} needs more than ${most.milliseconds / 1000} seconds.`);
    if (requests > most.requests || bytes > most.bytes) {
      throw forbidden(`The calendar at ${host} is too large for us.`, "too-large");
    }
    const headers = { Depth: depth, "Content-Type": "application/xml; charset=utf-8" };
    const limits = { allow, timeoutMs, mostBytes: most.answerBytes };
    const answer = await follow(url, { method, headers, body }, limits, login);
    if (answer.status !== 207) return refusal(answer);
    const content = await answer.read();
    bytes += content.length;
    return {
      status: 207,
      url: answer.url,
      found: readAs207(content, answer.url),
      failure: refusal(answer).failure,
    };
  };
}

function readAs207(content: Buffer, { hostname }: URL): Multistatus {
  try {
    return readMultistatus(content);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "BadXml") throw error;
    throw new Unreachable(`The answer of ${hostInWords(hostname)} is not one of a calendar server.`);
  }
}

function refusal(answer: Answer): DavAnswer {
  const { status, headers, url } = answer;
  answer.drop();
  const failure =
    status === 401
      ? refused(hostInWords(url.hostname), headers["www-authenticate"])
      : statusFailure(status, url.hostname, headers["retry-after"]);
  return { status, url, found: null, failure };
}

/** We speak Basic over https: Digest (RFC 7616) protects less than https does, and asks servers to keep weak hashes. */
function refused(host: string, offered = "Basic"): Unreachable {
  if (/\bbasic\b/i.test(offered)) {
    const problem = `${host} does not accept this user name with this password.`;
    return new Unreachable(problem, "refused", null, "password");
  }
  const way = offered.split(" ")[0]?.slice(0, 20);
  const problem = `${host} takes passwords only in a way that we do not have (${way}).`;
  return new Unreachable(problem, "refused", null, "no-caldav");
}
