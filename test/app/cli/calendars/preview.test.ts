import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { assembly } from "#test/setup/terminal.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "assembly-calendars-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, body: string): string {
  writeFileSync(path.join(folder, name), body);
  return path.join(folder, name);
}

const junk = "This line cannot be read as a line of a calendar, so it was skipped.";

const diary = () =>
  file(
    "diary.ics",
    calendar(
      "X-WR-CALNAME:Network diary",
      vevent("UID:b@x.example", "DTSTART;VALUE=DATE:20260620", "DTEND;VALUE=DATE:20260622", "SUMMARY:Fair"),
      vevent(
        "UID:a@x.example",
        "DTSTART;TZID=Europe/London:20260505T100000",
        "DURATION:PT90M",
        "LOCATION:The Forum",
        "STATUS:TENTATIVE",
      ),
      vevent("UID:c@x.example", "DTSTART:20260506T100000Z", "CLASS:PRIVATE"),
      "nonsense",
    ),
  );

describe("calendar preview", () => {
  test("--json gives events sorted by start, and notices, in the agreed shape", async () => {
    const { exitCode, said } = await assembly("calendar", "preview", diary(), "--json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(said)).toEqual({
      events: [
        {
          uid: "a@x.example",
          recurrenceId: null,
          start: "2026-05-05T09:00:00Z",
          end: "2026-05-05T10:30:00Z",
          allDay: false,
          timeZone: "Europe/London",
          summary: "Friday café",
          location: "The Forum",
          onlineUrl: null,
          status: "tentative",
        },
        {
          uid: "b@x.example",
          recurrenceId: null,
          start: "2026-06-20",
          end: "2026-06-22",
          allDay: true,
          timeZone: "Europe/London",
          summary: "Fair",
          location: null,
          onlineUrl: null,
          status: "confirmed",
        },
      ],
      notices: [expect.objectContaining({ line: 28, uid: null, message: junk })],
    });
  });

  test("without --json it is for reading, in London time", async () => {
    const { said } = await assembly("calendar", "preview", diary());
    expect(said).toBe(`Network diary: 2 events until Wed 14 Jul 2027, the first on Tue 5 May 2026
  Tue 5 May 2026, 10:00–11:30  Friday café, The Forum [provisional]
  Sat 20 Jun 2026 – Sun 21 Jun 2026, all day  Fair

To look at:
  line 28: ${junk}`);
  });

  test("its heading says which days were asked for, and where it begins by itself", async () => {
    const heading = async (...options: string[]) =>
      (await assembly("calendar", "preview", diary(), ...options)).said.split("\n")[0];
    expect(await heading("--from", "2026-05-06", "--to", "2026-06-30")).toBe(
      "Network diary: 1 event from Wed 6 May 2026 to Tue 30 Jun 2026",
    );
    expect(await heading("--to", "2026-05-31")).toBe(
      "Network diary: 1 event until Sun 31 May 2026, the first on Tue 5 May 2026",
    );
    expect(await heading("--to", "2020-01-01")).toBe("Network diary: no events until Wed 1 Jan 2020");
  });

  test("a place of many hundred letters is shortened", async () => {
    const long = calendar(
      vevent("DTSTART:20260505T090000Z", `LOCATION:The Forum ${"left then right ".repeat(60)}`),
    );
    const { said } = await assembly("calendar", "preview", file("long.ics", long));
    expect(said.split("\n").at(1)?.length).toBeLessThan(200);
    expect(said).toMatch(/The Forum left .*…$/m);
  });

  test.each([
    [["--from", "2026-05-05", "--to", "2026-05-05"], ["a@x.example"]],
    [["--from", "2026-05-06"], ["b@x.example"]],
    [["--to", "2026-05-05"], ["a@x.example"]],
    [["--from", "2026-06-21", "--to", "2026-06-21"], ["b@x.example"]],
    [["--to", "2020-01-01"], []],
  ])("%j takes whole days, both included", async (options, uids) => {
    const { exitCode, said } = await assembly("calendar", "preview", diary(), "--json", ...options);
    expect(exitCode).toBe(0);
    expect(JSON.parse(said).events.map(({ uid }: { uid: string }) => uid)).toEqual(uids);
  });

  test("an address named at the terminal is read", async () => {
    const server = createServer((_request, response) =>
      response.end(calendar(vevent("DTSTART:20260505T090000Z"))),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.ics`;
    const { exitCode, said } = await assembly("calendar", "preview", address, "--json");
    server.close();
    expect(exitCode).toBe(0);
    expect(JSON.parse(said).events).toHaveLength(1);
  });
});

describe("calendar preview is refused, with one plain line", () => {
  const whole = calendar(vevent("DTSTART:20260505T090000Z"));

  test.each([
    ["empty", "", "There is nothing in it"],
    ["page", "<!doctype html><title>Sign in</title>", "It is a web page"],
    ["cut", whole.slice(0, -20), "The calendar is cut off"],
    ["text", "Hello", "It is not a calendar"],
  ])("%s", async (name, body, reason) => {
    const { exitCode, said, complained } = await assembly("calendar", "preview", file(`${name}.ics`, body));
    expect({ exitCode, said }).toEqual({ exitCode: 1, said: "" });
    expect(complained).toContain(reason);
    expect(complained).not.toContain("\n");
  });

  test.each([
    [["/no/such/file.ics"], "There is no file “/no/such/file.ics”."],
    [[tmpdir()], "is a folder"],
    [["http://127.0.0.1:9/feed.ics"], "cannot be reached"],
    [["ftp://example.org/feed.ics"], "must begin with https://"],
    [[], "Name one calendar"],
    [["a.ics", "b.ics"], "Name one calendar"],
    [["a.ics", "--from", "2026-02-30"], "“2026-02-30” after --from is not a date"],
    [["a.ics", "--to", "tomorrow"], "“tomorrow” after --to is not a date"],
    [
      ["a.ics", "--from", "2026-05-02", "--to", "2026-05-01"],
      "--to (2026-05-01) is before --from (2026-05-02)",
    ],
  ])("%j", async (args, reason) => {
    const { exitCode, said, complained } = await assembly("calendar", "preview", ...args);
    expect({ exitCode, said }).toEqual({ exitCode: 1, said: "" });
    expect(complained).toContain(reason);
  });
});
