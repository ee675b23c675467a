import type { AppLoadContext } from "@remix-run/node";
import { Hono } from "hono";
import type { Logger } from "pino";
import { calendarDoor } from "#app/http/calendars/calendar-door.server.ts";
import { paths } from "#app/paths.ts";
import type { Database } from "#db/client.server.ts";
import { cachingOfPages } from "./caching.server.ts";
import { clientAddress } from "./client-address.server.ts";
import { compression } from "./compression.server.ts";
import { securityHeaders } from "./headers.server.ts";
import { healthy, readiness } from "./health.server.ts";
import { keptPages } from "./kept-pages.server.ts";
import { bodySize, machinesRead, ownForms, readableAddress, refusal } from "./refusals.server.ts";
import { type RequestVariables, requestLog } from "./request-log.server.ts";
import { builtAssets, publicFiles } from "./static.server.ts";

/** A file of 12,000 organisations has some 5 MB. */
const MOST_OF_A_FILE = 20_000_000;

/** Longest a page may take; whoever asked has given up by then. */
const PATIENCE_MS = 30_000;

const sorry = [
  "Sorry, something went wrong",
  "We have made a note of it. Please try again in a few minutes.",
] as const;

export interface FrontOptions {
  db: Database;
  /** Asks the database whether every migration is there; fails when it does not answer. */
  isMigrated: () => Promise<boolean>;
  log: Logger;
  /** Remix's request handler. */
  render: (request: Request, context: AppLoadContext) => Promise<Response>;
  /** Folder of what the build made for browsers. */
  clientFolder: string;
  publicUrl: string;
  bodyLimit: number;
  /** Proxies of our own before us (PROXIES). */
  proxies?: number;
}

/** Everything a request meets before Remix, in the order it meets it. */
export function createFront(options: FrontOptions) {
  const { db, log, render, clientFolder, publicUrl, bodyLimit } = options;
  const front = new Hono<{ Variables: RequestVariables }>();
  front.use(requestLog(log), securityHeaders(publicUrl), calendarDoor(db));
  front.get("/healthz", healthy);
  front.get("/readyz", readiness(options.isMigrated));
  front.get("/assets/*", builtAssets(clientFolder));
  front.use(
    publicFiles(clientFolder),
    compression,
    cachingOfPages,
    readableAddress,
    machinesRead,
    ownForms(publicUrl),
    bodySize(bodyLimit, { [paths.importOrganisations()]: Math.max(bodyLimit, MOST_OF_A_FILE) }),
    keptPages(db),
  );
  front.all("*", async (c) => {
    const context = {
      db,
      nonce: c.get("secureHeadersNonce") ?? "",
      requestId: c.get("requestId"),
      address: clientAddress(c, options.proxies ?? 0),
      log: c.get("log"),
    };
    const answer = await withinPatience(render(c.req.raw, context));
    if (!answer)
      return refusal(c, 503, "That took too long", "The site is busy. Please try again in a few minutes.");
    return isBareError(answer) ? refusal(c, 500, ...sorry) : answer;
  });
  front.onError((error, c) => {
    c.get("log").error({ err: error }, "unexpected error");
    return refusal(c, 500, ...sorry);
  });
  return front;
}

/** Remix answers so when a door without a page of its own fails; the cause is in the log already. */
function isBareError(answer: Response): boolean {
  return answer.status === 500 && answer.headers.get("content-type") === "text/plain";
}

async function withinPatience(answer: Promise<Response>): Promise<Response | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}
