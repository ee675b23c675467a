import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { findEvents } from "#app/domain/calendars/find-events.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { findDirectory } from "#app/domain/organisations/find-directory.server.ts";
import { findPlaces } from "#app/domain/places/find.server.ts";
import { findElsewhere } from "#app/domain/search/elsewhere/find-elsewhere.server.ts";
import { searchServices } from "#app/domain/search/find.server.ts";
import { findService } from "#app/domain/services/find.server.ts";
import { findTopics } from "#app/domain/services/find-topics.server.ts";
import OrganisationsPage from "#app/routes/organisations/index.tsx";
import SearchPage from "#app/routes/search/results.tsx";
import ServicePage from "#app/routes/services/show.tsx";
import { splitSocketHost } from "#db/client.server.ts";
import { giveLoaderData } from "./remix-stand-in.ts";

/*
 * The limit that the site is held against: node:http and postgres.js sending the very statements that the page
 * sends (they are noted once, then replayed), answered as JSON, or as React's rendering of the same page.
 */

const { href, host } = splitSocketHost(process.env.DATABASE_URL ?? "");
const client = postgres(href, { ...(host ? { host } : {}), max: 10, onnotice: () => {} });

interface Statement {
  text: string;
  values: unknown[];
}

interface Noted {
  statements: Statement[];
  data: unknown;
}

const noted = new Map<string, Promise<Noted>>();

/** Runs a page's finds once, noting what they send. Asked twice, so that what the site remembers is not replayed. */
function note(key: string, find: (ctx: Ctx) => Promise<unknown>): Promise<Noted> {
  const known = noted.get(key);
  if (known) return known;
  const run = async (): Promise<Noted> => {
    let statements: Statement[] = [];
    const logQuery = (text: string, values: unknown[]) => void statements.push({ text, values });
    const db = drizzle(client, { logger: { logQuery } });
    const ctx: Ctx = { actor: { kind: "visitor" }, db, now: new Date() };
    await find(ctx);
    statements = [];
    const data = await find(ctx);
    return { statements, data };
  };
  const noting = run();
  noted.set(key, noting);
  return noting;
}

const replay = ({ statements }: Noted) =>
  Promise.all(
    statements.map(({ text, values }) => client.unsafe(text, values as never[], { prepare: true })),
  );

const pages: Record<string, { page: FunctionComponent; find: (ctx: Ctx, url: URL) => Promise<unknown> }> = {
  search: {
    page: SearchPage,
    find: async (ctx, url) => {
      const asked = { q: url.searchParams.get("q") ?? "", near: "", page: 1 };
      const [answer, elsewhere] = await Promise.all([searchServices(ctx, asked), findElsewhere(ctx, asked)]);
      return { asked, answer, elsewhere };
    },
  },
  service: {
    page: ServicePage,
    find: async (ctx, url) => {
      const service = await findService(ctx, url.searchParams.get("slug") ?? "");
      const events = await findEvents(ctx, { serviceId: service.id, limit: 5 });
      return { service, events, may: { keep: false } };
    },
  },
  organisations: {
    page: OrganisationsPage,
    find: async (ctx) => {
      const asked = { q: "" };
      const [directory, places, topics] = await Promise.all([
        findDirectory(ctx, asked),
        findPlaces(ctx),
        findTopics(ctx),
      ]);
      return { asked, directory, places, topics };
    },
  },
};

async function answer(request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? "/", "http://localhost");
  const [, manner = "", name = ""] = url.pathname.split("/");
  if (manner === "feed") return answerFeed(name, url, response);
  const known = pages[name];
  if (!known) return response.writeHead(404).end();
  const key = `${name}${url.searchParams.get("q") ?? url.searchParams.get("slug") ?? ""}`;
  const found = await note(key, (ctx) => known.find(ctx, url));
  await replay(found);
  if (manner === "json")
    return response.setHeader("Content-Type", "application/json").end(JSON.stringify(found.data));
  giveLoaderData(found.data);
  response
    .setHeader("Content-Type", "text/html; charset=utf-8")
    .end(renderToStaticMarkup(createElement(known.page)));
}

let kept: Buffer | undefined;

/** A feed from stored texts, as plainly as it can be done; or the same bytes from memory. */
async function answerFeed(manner: string, url: URL, response: ServerResponse) {
  const slug = url.searchParams.get("group") ?? "";
  response.setHeader("Content-Type", "text/calendar; charset=utf-8");
  if (manner === "kept" && kept) return response.end(kept);
  const rows = await client`
    select m.feed_text from meetings m join meeting_groups mg on mg.meeting_id = m.id
    join groups g on g.id = mg.group_id where g.slug = ${slug} and m.is_public and m.feed_text is not null
    order by m.held_on, m.starts_at, m.id`;
  const events = rows.map(({ feed_text }) => String(feed_text)).join("\r\n");
  kept = Buffer.from(
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bare//EN\r\n${events}\r\nEND:VCALENDAR\r\n`,
  );
  return response.end(kept);
}

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
}).listen(Number(process.env.PORT), "127.0.0.1", () => process.stdout.write("ready\n"));
