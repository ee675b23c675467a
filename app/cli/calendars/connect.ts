import { parseArgs } from "node:util";
import { readingOthers, refuseOwnAddress } from "#app/domain/calendars/sources/not-ourselves.ts";
import { connectCalendar } from "#app/domain/meetings/calendar/connect-calendar.server.ts";
import { env } from "#app/env.server.ts";
import { type CalendarSource, configuredSourceReader } from "#app/gateways/calendar-source.server.ts";
import { readAddress } from "#app/gateways/calendars/address.ts";
import { discoverCalendars } from "#app/gateways/calendars/caldav.server.ts";
import { withDatabase } from "../database.ts";
import { type Command, Refused, type Terminal } from "../terminal.ts";
import { sourceNamed } from "./source-named.ts";
import { inWords } from "./sync.ts";

export const connect: Command = {
  help: `Usage: npm run assembly -- calendar connect FILE-OR-URL --group SLUG [--name NAME]
       npm run assembly -- calendar connect FILE-OR-URL --organisation SLUG [--name NAME]
       npm run assembly -- calendar connect ADDRESS --caldav --account NAME --group SLUG

Makes a calendar a group's own (what it holds becomes the group's meetings) or an organisation's
(what it holds becomes events), from a month back to fifteen months on. It is then read again by
itself about every quarter of an hour. Connecting again changes nothing.

  FILE-OR-URL          a file of this machine, or an address that begins with https://, http:// or webcal://
  --group SLUG         the group, as in the address of its page: /groups/SLUG
  --organisation SLUG  the organisation, as in the address of its page: /organisations/SLUG
  --name NAME          what to call it; left out, the calendar's own name
  --caldav             ADDRESS is a CalDAV server, one of its calendars, a mail domain or a mail address
  --account NAME       with --caldav: who signs in. Its app password is asked for, or taken from the
                       environment variable CALDAV_PASSWORD; never write it on the command line.`,

  async run(args, terminal) {
    const given = readOptions(args);
    const { owner } = given;
    const { source, called } = await sourceOf(given, terminal);
    const name = given.name ?? called;
    const report = await withDatabase(terminal.now, (ctx) =>
      connectCalendar(ctx, { owner, source, name }, readingOthers(configuredSourceReader(), env.PUBLIC_URL)),
    );
    if (report.hold) throw new Refused(`${report.name} was not changed: ${inWords(report)}`);
    terminal.say(inWords(report));
  },
};

interface Options {
  address: string;
  owner: { noun: "group" | "organisation"; slug: string };
  name: string | undefined;
  /** CalDAV, where one is named. */
  account: string | undefined;
}

function readOptions(args: string[]): Options {
  const text = { type: "string" } as const;
  const options = {
    group: text,
    organisation: text,
    name: text,
    account: text,
    caldav: { type: "boolean" },
  } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const [address, ...more] = positionals;
  const { group, organisation, name, account, caldav = false } = values;
  const slug = group ?? organisation;
  if (!address || more.length > 0 || !slug || (group && organisation)) {
    throw new Refused(
      "Name one calendar and its group or organisation: calendar connect FILE-OR-URL --group SLUG.",
    );
  }
  if (caldav !== (account !== undefined))
    throw new Refused("A CalDAV calendar needs both --caldav and --account NAME.");
  return { address, owner: { noun: group ? "group" : "organisation", slug }, name, account };
}

/** The source, and how its server calls it. */
async function sourceOf({ address, account }: Options, terminal: Terminal): Promise<Meant> {
  if (account === undefined) return { source: sourceNamed(address), called: undefined };
  const password = await terminal.askPassword("CALDAV_PASSWORD", `App password of ${account}`);
  refuseOwnAddress(address, env.PUBLIC_URL);
  const found = await discoverCalendars({ address, account, password }, hostsOf(address));
  const fit = found.filter(({ holdsEvents }) => holdsEvents);
  const [calendar, ...more] = fit.some(({ source }) => source === address)
    ? fit.filter(({ source }) => source === address)
    : fit;
  if (!calendar) throw new Refused("There is no calendar with events in this account.");
  if (more.length > 0) {
    const choices = fit.map(({ name, source }) => `${name} (${source})`).join(", ");
    throw new Refused(`This account has several calendars. Give the address of one: ${choices}.`);
  }
  const source = { kind: "caldav", source: calendar.source, account, password, mayBePrivate: true } as const;
  return { source, called: calendar.name };
}

interface Meant {
  source: CalendarSource;
  called: string | undefined;
}

/** Who holds this terminal could ask any host. */
const hostsOf = (address: string): string[] =>
  /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? [readAddress(address).host] : [];
