import { afterEach, describe, expect, test } from "vitest";
import { discoverCalendars, type Names } from "#app/gateways/calendars/caldav.server.ts";
import { placesOf } from "#app/gateways/calendars/mail-domain.server.ts";
import { Unreachable } from "#app/gateways/unreachable.ts";
import {
  type DavReply,
  type DavRequest,
  isCalendar,
  isCollection,
  multistatus,
  row,
  startDavServer,
} from "#test/setup/dav-server.ts";

let stop = () => {};
afterEach(() => stop());

const principal = (href: string) =>
  `<D:current-user-principal><D:href>${href}</D:href></D:current-user-principal>`;
const homeSet = (href: string) => `<C:calendar-home-set><D:href>${href}</D:href></C:calendar-home-set>`;
const holds = (...names: string[]) =>
  `<C:supported-calendar-component-set>${names.map((name) => `<C:comp name="${name}"/>`).join("")}</C:supported-calendar-component-set>`;
const called = (name: string) => `<D:displayname>${name}</D:displayname>`;

/** Nextcloud's manner: the signpost leads to the root, that to the person, and the person to the calendars. */
const nextcloud: Record<string, DavReply | string> = {
  "/.well-known/caldav": { status: 301, headers: { Location: "/remote.php/dav/" } },
  "/remote.php/dav/": multistatus(
    row("/remote.php/dav/", isCollection, principal("/remote.php/dav/principals/jo/")),
  ),
  "/remote.php/dav/principals/jo/": multistatus(
    row("/remote.php/dav/principals/jo/", homeSet("/remote.php/dav/calendars/jo/")),
  ),
  "/remote.php/dav/calendars/jo/": multistatus(
    row("/remote.php/dav/calendars/jo/", isCollection),
    row(
      "/remote.php/dav/calendars/jo/inbox/",
      "<D:resourcetype><D:collection/><C:schedule-inbox/></D:resourcetype>",
    ),
    row("/remote.php/dav/calendars/jo/tasks/", isCalendar, called("Aims"), holds("VTODO")),
    row("/remote.php/dav/calendars/jo/team%20diary/", isCalendar, holds("VEVENT", "VTODO")),
    row("/remote.php/dav/calendars/jo/forum/", isCalendar, called("Forum")),
  ),
};

async function serve(pages: Record<string, DavReply | string>) {
  const server = await startDavServer(({ path }: DavRequest) => pages[path] ?? { status: 404 });
  stop = server.stop;
  const discover = (path = "/") =>
    discoverCalendars({ address: `${server.address}${path}`, account: "jo", password: "s3cret" }, [
      server.host,
    ]);
  return { ...server, discover };
}

const failure = async (asked: Promise<unknown>): Promise<Unreachable> => {
  const error = await asked.then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(Unreachable);
  expect(error.message).not.toContain("s3cret");
  return error;
};

describe("discovery", () => {
  test("goes by the signpost and the principal to the calendars, events first", async () => {
    const { discover, address } = await serve(nextcloud);
    const home = `${address}/remote.php/dav/calendars/jo/`;
    expect(await discover()).toEqual([
      { source: `${home}forum/`, name: "Forum", holdsEvents: true },
      { source: `${home}team%20diary/`, name: "team diary", holdsEvents: true },
      { source: `${home}tasks/`, name: "Aims", holdsEvents: false },
    ]);
  });

  test("asks no more once a password is not taken", async () => {
    const { discover, asked } = await serve({
      "/": { status: 401, headers: { "WWW-Authenticate": "Basic" } },
    });
    expect(await failure(discover())).toMatchObject({ kind: "refused" });
    expect(asked).toHaveLength(1);
  });

  test("goes on after a page that forbids such questions", async () => {
    const { discover } = await serve({ ...nextcloud, "/": { status: 403 } });
    expect(await discover()).toHaveLength(3);
  });

  test("case 72: gives the password to no other house, but says which it is", async () => {
    const { discover } = await serve({
      "/": multistatus(row("/", homeSet("https://dav.elsewhere.example/jo/"))),
    });
    const error = await failure(discover());
    expect(error).toMatchObject({ kind: "forbidden" });
    expect(error.message).toContain("Type that address if dav.elsewhere.example may know the password");
  });

  test("keeps asking https of a server that believes to speak http", async () => {
    const { discover, address } = await serve({
      "/": multistatus(row("/", homeSet("http://127.0.0.1/jo/"))),
      "/jo/": multistatus(row("http://127.0.0.1/jo/diary/", isCalendar)),
    });
    expect(await discover()).toMatchObject([{ source: `${address}/jo/diary/`, name: "diary" }]);
  });

  test.each(["https://127.0.0.1//evil.example/jo/", "http://127.0.0.1//evil.example/jo/"])(
    "is not led to another host by %s",
    async (href) => {
      const { discover } = await serve({ "/": multistatus(row("/", isCollection), row(href, isCalendar)) });
      const [found] = await discover();
      expect(new URL(found?.source ?? "").hostname).toBe("127.0.0.1");
    },
  );

  test("says that there is nothing", async () => {
    const { discover } = await serve({ "/": multistatus(row("/", isCollection)) });
    expect(await failure(discover())).toMatchObject({ kind: "gone" });
  });

  test.each([
    ["jo@gmail.com", "Secret address in iCal format"],
    ["jo@outlook.com", "use its ICS link"],
    ["https://apidata.googleusercontent.com/caldav/v2/jo/events/", "Secret address in iCal format"],
    ["calendar.google.com/calendar/dav/jo/", "Secret address in iCal format"],
    ["https://outlook.office365.com/owa/calendar/jo/", "use its ICS link"],
  ])("%s: says what to do instead", async (address, words) => {
    const error = await failure(discoverCalendars({ address, account: "jo", password: "s3cret" }));
    expect(error).toMatchObject({ kind: "refused", message: expect.stringContaining(words) });
  });
});

describe("a mail domain (RFC 6764)", () => {
  const names = (servers: [string, number, number][], texts: string[][] = []): Names =>
    ({
      resolveSrv: async () => servers.map(([name, port, priority]) => ({ name, port, priority, weight: 0 })),
      resolveTxt: async () => texts,
    }) as unknown as Names;
  const silent = {
    resolveSrv: () => Promise.reject(new Error("none")),
    resolveTxt: () => new Promise(() => {}),
  };
  const signposts = ["https://norwich.example/.well-known/caldav", "https://norwich.example/"];
  const places = async (given: unknown) =>
    (await placesOf("norwich.example", given as Names)).map(({ href }) => href);

  test("its DNS is believed before its website", async () => {
    const given = names(
      [
        ["second.norwich.example", 443, 20],
        ["cal.norwich.example", 8443, 10],
      ],
      [["path=", "/dav/"]],
    );
    expect(await places(given)).toEqual([
      "https://cal.norwich.example:8443/dav/",
      "https://second.norwich.example/dav/",
      ...signposts,
    ]);
  });

  test("a path is one of that host, whatever it looks like", async () => {
    const [first] = await places(names([["cal.norwich.example", 443, 0]], [["path=//evil.example/"]]));
    expect(first).toBe("https://cal.norwich.example//evil.example/");
  });

  test("without a path the host's signpost is asked", async () => {
    expect(await places(names([["cal.norwich.example", 443, 0]]))).toEqual([
      "https://cal.norwich.example/.well-known/caldav",
      ...signposts,
    ]);
  });

  test("a DNS that says no, nothing, or that there is no such service leaves the website", async () => {
    expect(await places(silent)).toEqual(signposts);
    expect(await places(names([[".", 0, 0]]))).toEqual(signposts);
  });

  test("DNS cannot hand the password to strangers", async () => {
    const asked = discoverCalendars(
      { address: "jo@norwich.example", account: "jo", password: "s3cret" },
      [],
      names([["dav.elsewhere.example", 443, 0]]),
    );
    expect((await failure(asked)).message).toContain("Type that address");
  });
});
