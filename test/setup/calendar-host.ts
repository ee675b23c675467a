import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Headers = Record<string, string>;
type Answer = (asked: IncomingHttpHeaders, response: ServerResponse) => void;

/** A web server of this machine with one feed, at a path of its own that no other host has: source keys never meet. */
export interface CalendarHost {
  /** `127.0.0.1:24780`: what CALENDAR_HOSTS or `allow` must name. */
  host: string;
  address: string;
  /** What was asked for the feed so far, oldest first. */
  asked: IncomingHttpHeaders[];
  /** From now on the feed is this text, with an ETag of its own, which If-None-Match answers with 304. */
  say(body: string | Uint8Array, headers?: Headers): void;
  fail(status: number, headers?: Headers): void;
  redirect(to: string, status?: number): void;
  /** Takes every request, and never answers it. */
  hang(): void;
  /** Nothing listens there any more. */
  stop(): Promise<void>;
}

/** Ports of the hosts that journeys start: the site under test may ask these, although they are this machine's. */
const firstPort = () => Number(process.env.E2E_CALENDAR_PORT ?? 24_780);
export const journeyPorts = () => Array.from({ length: 10 }, (_, index) => firstPort() + index);
export const journeyHosts = (): string[] => journeyPorts().map((port) => `127.0.0.1:${port}`);

/** A host at any free port; it begins with 404. */
export const startCalendarHost = (): Promise<CalendarHost> => startAt([0]);

/** A host at the first free port of those that the site of the journeys may ask. */
export const startJourneyHost = (): Promise<CalendarHost> => startAt(journeyPorts());

async function startAt(ports: readonly number[]): Promise<CalendarHost> {
  const path = `/${randomUUID()}/diary.ics`;
  const asked: IncomingHttpHeaders[] = [];
  const failing =
    (status: number, headers: Headers = {}): Answer =>
    (_, response) =>
      response.writeHead(status, headers).end(`Status ${status}`);
  let answer = failing(404);
  const server = createServer(({ url, headers }, response) => {
    if (url !== path) return failing(404)(headers, response);
    asked.push(headers);
    answer(headers, response);
  });
  const host = `127.0.0.1:${await listen(server, ports)}`;
  return {
    host,
    address: `http://${host}${path}`,
    asked,
    say: (body, headers) => {
      answer = saying(body, headers);
    },
    fail: (status, headers) => {
      answer = failing(status, headers);
    },
    redirect: (to, status = 302) => {
      answer = failing(status, { Location: to });
    },
    hang: () => {
      answer = () => {};
    },
    stop: () => stop(server),
  };
}

function saying(body: string | Uint8Array, headers: Headers = {}): Answer {
  const etag = headers.ETag ?? `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
  const all = { "Content-Type": "text/calendar; charset=utf-8", ...headers, ...(etag && { ETag: etag }) };
  return (asked, response) => {
    if (etag && asked["if-none-match"] === etag) response.writeHead(304, { ETag: etag }).end();
    else response.writeHead(200, all).end(body);
  };
}

/** Listens at the first of these ports that is free, and says which it is. */
export async function listen(server: Server, ports: readonly number[]): Promise<number> {
  for (const port of ports) {
    const isFree = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false));
      server.listen(port, "127.0.0.1", () => resolve(true));
    });
    server.removeAllListeners("error");
    if (isFree) return (server.address() as AddressInfo).port;
  }
  throw new Error(`None of the ports ${ports.join(", ")} is free`);
}

function stop(server: Server): Promise<void> {
  const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return stopped;
}
