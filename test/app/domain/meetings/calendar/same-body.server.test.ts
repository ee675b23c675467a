import { expect } from "vitest";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { connectSite, later, runAt, tablesWritten, Website } from "#test/factories/sources.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

const body = calendar(
  vevent(
    ...["UID:network@x.example", "DTSTART;TZID=Europe/London:20260505T100000", "RRULE:FREQ=WEEKLY"],
    "EXDATE;TZID=Europe/London:20260512T100000",
  ),
  vevent("UID:network@x.example", "RECURRENCE-ID:20260519T090000Z", "DTSTART:20260520T090000Z"),
  vevent("UID:day@x.example", "DTSTART;VALUE=DATE:20260606"),
);

test.for(["group", "organisation"] as const)(
  "case 47: the very same body, sent again, writes nothing but the clock (of a calendar of a %s)",
  async (noun, { ctx }) => {
    const { slug } = noun === "group" ? await makeGroup(ctx) : await makeOrganisation(ctx);
    const site = new Website(body);
    const { calendarId } = await connectSite(ctx, { noun, slug }, site);
    // Without validators it comes whole each time, and only its content tells that nothing is new
    site.hasEtags = false;
    for (const minutes of [15, 30]) {
      const wrote = await tablesWritten(ctx, () => runAt(ctx, calendarId, site, later(ctx, { minutes })));
      expect(wrote).toEqual(["calendar_clocks"]);
    }
  },
);
