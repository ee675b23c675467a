import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type CalendarSource,
  type Fetched,
  type KnownText,
  sourceReader,
  Unreachable,
} from "#app/gateways/calendar-source.server.ts";
import { discoverCalendars } from "#app/gateways/calendars/caldav.server.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { account, password, type Radicale, startRadicale } from "#test/setup/radicale.ts";

let server: Radicale;
beforeAll(async () => {
  server = await startRadicale();
});
afterAll(() => server.stop());

const event = (uid: string, start: string, summary = `Meeting ${uid}`) =>
  calendar(vevent(`UID:${uid}`, `DTSTART:${start}`, "DURATION:PT1H", `SUMMARY:${summary}`));

const caldav = (source: string): CalendarSource => ({ kind: "caldav", source, account, password });
const read = (source: string, known?: Partial<KnownText>) =>
  sourceReader([server.host])(caldav(source), known);

/** What a keeper of texts knows after a reading of it. */
class Copy {
  readonly resources = new Map<string, string | null>();
  readonly texts = new Map<string, string>();
  syncToken: string | null = null;

  constructor(readonly source: string) {}

  async read(over: Partial<KnownText> = {}): Promise<Fetched> {
    const found = await read(this.source, { resources: this.resources, syncToken: this.syncToken, ...over });
    this.syncToken = found.syncToken ?? null;
    if (!found.changed) return found;
    for (const href of found.gone) {
      this.resources.delete(href);
      this.texts.delete(href);
    }
    for (const { href, etag, body } of found.resources) {
      this.resources.set(href, etag);
      this.texts.set(href, new TextDecoder().decode(body));
    }
    return found;
  }

  get starts(): string[] {
    return [...this.texts.values()].map((text) => /DTSTART:(\S+)/.exec(text)?.[1] ?? "").toSorted();
  }
}

/** A calendar with three events, read once. */
async function copied(name: string): Promise<Copy> {
  const source = await server.makeCalendar(name);
  for (const day of ["01", "02", "03"])
    await server.put(source, `${day}.ics`, event(day, `202605${day}T090000Z`));
  const copy = new Copy(source);
  await copy.read({ resources: undefined });
  return copy;
}

const names = (found: Fetched) =>
  found.changed ? found.resources.map(({ href }) => href.split("/").at(-1)).toSorted() : [];

const failure = async (asked: Promise<unknown>): Promise<Unreachable> => {
  const error = await asked.then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(Unreachable);
  expect(error.message).not.toContain(password);
  return error;
};

describe("discovery", () => {
  const discover = (address: string, given = password) =>
    discoverCalendars({ address, account, password: given }, [server.host]);

  test("finds the calendars of an account from the server's address, those with events first", async () => {
    const source = await server.makeCalendar("Board and partners");
    await server.makeCalendar("A list of tasks", "VTODO");
    const found = await discover(server.address);
    expect(found).toContainEqual({ source, name: "Board and partners", holdsEvents: true });
    expect(found.at(-1)).toMatchObject({ name: "A list of tasks", holdsEvents: false });
  });

  test("takes a calendar's own address for what it is", async () => {
    const source = await server.makeCalendar("Forum");
    expect(await discover(source)).toEqual([{ source, name: "Forum", holdsEvents: true }]);
  });

  test("case 64: says that a password is wrong", async () => {
    const error = await failure(discover(server.address, "wrong"));
    expect(error).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("does not accept this user name with this password"),
    });
  });

  test("case 67: does not ask a server of a private network that nobody allowed", async () => {
    const error = await failure(discoverCalendars({ address: server.address, account, password }, []));
    expect(error).toMatchObject({ kind: "forbidden" });
  });
});

describe("case 71: a sync-token", () => {
  test("the first reading is whole", async () => {
    const source = await server.makeCalendar("First");
    await server.put(source, "a.ics", event("a", "20260501T090000Z"));
    const found = await read(source);
    expect(found).toMatchObject({ changed: true, isWhole: true, gone: [] });
    expect(names(found)).toEqual(["a.ics"]);
    expect(found.syncToken).toBeTruthy();
  });

  test("nothing new is no change", async () => {
    const copy = await copied("Quiet");
    expect(await copy.read()).toMatchObject({ changed: false });
    expect(copy.starts).toHaveLength(3);
  });

  test("gives what was added, changed, renamed and deleted, and nothing else", async () => {
    const copy = await copied("Delta");
    const { source } = copy;
    await server.put(source, "04.ics", event("04", "20260504T090000Z"));
    await server.put(source, "01.ics", event("01", "20260511T140000Z"));
    await server.rename(`${source}02.ics`, `${source}renamed.ics`);
    await server.remove(`${source}03.ics`);
    const found = await copy.read();
    expect(found).toMatchObject({ changed: true, isWhole: false });
    expect(names(found)).toEqual(["01.ics", "04.ics", "renamed.ics"]);
    expect(found.changed && found.gone.map((href) => href.split("/").at(-1)).toSorted()).toEqual([
      "02.ics",
      "03.ics",
    ]);
    expect(copy.starts).toEqual(["20260502T090000Z", "20260504T090000Z", "20260511T140000Z"]);
    expect(await copy.read()).toMatchObject({ changed: false });
  });

  test("an event that comes and goes between two readings leaves no trace", async () => {
    const copy = await copied("Short");
    await server.put(copy.source, "09.ics", event("09", "20260509T090000Z"));
    await server.remove(`${copy.source}09.ics`);
    expect(await copy.read()).toMatchObject({ changed: false });
  });

  test.each(["http://radicale.org/ns/sync/0000", "nonsense", "<x>&"])(
    "an invalid one (%s) ends in a full listing, of which only the differences are fetched",
    async (syncToken) => {
      const copy = await copied(`Invalid ${syncToken.length}`);
      await server.put(copy.source, "05.ics", event("05", "20260505T090000Z"));
      await server.remove(`${copy.source}01.ics`);
      const found = await copy.read({ syncToken });
      expect(found).toMatchObject({ changed: true, isWhole: false });
      expect(names(found)).toEqual(["05.ics"]);
      expect(copy.starts).toEqual(["20260502T090000Z", "20260503T090000Z", "20260505T090000Z"]);
      expect(await copy.read()).toMatchObject({ changed: false });
    },
  );

  test("without one, ETags are compared", async () => {
    const copy = await copied("Etags");
    await server.put(copy.source, "02.ics", event("02", "20260502T100000Z"));
    const found = await copy.read({ syncToken: null });
    expect(names(found)).toEqual(["02.ics"]);
    expect(await copy.read({ syncToken: null })).toMatchObject({ changed: false });
  });
});

describe("case 64: a server in trouble", () => {
  test("another password is refused", async () => {
    const copy = await copied("Password");
    const wrong = { ...caldav(copy.source), password: "wrong" };
    expect(await failure(sourceReader([server.host])(wrong, copy))).toMatchObject({ kind: "refused" });
  });

  test("a calendar that was removed is gone", async () => {
    const copy = await copied("Removed");
    await server.remove(copy.source);
    expect(await failure(copy.read())).toMatchObject({ kind: "gone" });
  });

  test("what is no calendar is called so", async () => {
    expect(await failure(read(`${server.address}${account}/`))).toMatchObject({ kind: "not-a-calendar" });
  });

  test("restarted in the middle, it is unreachable for a while, and then gives what was missed", async () => {
    const copy = await copied("Restarted");
    await server.put(copy.source, "06.ics", event("06", "20260506T090000Z"));
    await server.kill();
    expect(await failure(copy.read())).toMatchObject({ kind: "unreachable" });
    await server.start();
    expect(names(await copy.read())).toEqual(["06.ics"]);
    expect(copy.starts).toHaveLength(4);
  });

  test("killed while it answers a large reading, half of it is not believed", async () => {
    const source = await server.makeCalendar("Large");
    for (let at = 0; at < 120; at += 1)
      await server.put(source, `${at}.ics`, event(`${at}`, "20260506T090000Z"));
    let reading = true;
    const asked = read(source).finally(() => {
      reading = false;
    });
    const outcome = asked.then(
      () => "whole",
      (error) => error,
    );
    await new Promise((resolve) => setTimeout(resolve, 40));
    const wasReading = reading;
    await server.kill();
    const seen = await outcome;
    await server.start();
    if (wasReading) expect(seen).toMatchObject({ name: "Unreachable", kind: "unreachable" });
    expect(names(await read(source))).toHaveLength(120);
  });
});
