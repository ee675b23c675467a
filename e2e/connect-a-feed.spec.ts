import type { Page } from "@playwright/test";
import { type CalendarHost, startJourneyHost } from "../test/setup/calendar-host.ts";
import { expect, signInAs, test } from "./journey.ts";

const group = "/groups/norwich-place-network";
const oneDay = 86_400_000;
const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, "");
const dayOf = (at: Date) => stamp(at).slice(0, 8);

/** The first such month's 16th that is still to come: January is in winter, July in summer. */
function nextIn(month: number): Date {
  const now = new Date();
  const thisYear = new Date(Date.UTC(now.getUTCFullYear(), month - 1, 16));
  return thisYear.getTime() > now.getTime() + oneDay
    ? thisYear
    : new Date(Date.UTC(now.getUTCFullYear() + 1, month - 1, 16));
}

const soon = new Date(Date.now() + 9 * oneDay);
const [winter, summer] = [nextIn(1), nextIn(7)];

/** A calendar as Outlook publishes it: its own zone name with rules, folded lines, an organiser, a private entry. */
function published(title: string): string {
  const event = (uid: string, day: Date, ...lines: string[]) => [
    ...["BEGIN:VEVENT", `UID:${uid}`, `DTSTAMP:${stamp(new Date())}`],
    `DTSTART;TZID=GMT Standard Time:${dayOf(day)}T100000`,
    `DTEND;TZID=GMT Standard Time:${dayOf(day)}T113000`,
    ...["CLASS:PUBLIC", "PRIORITY:5", "TRANSP:OPAQUE", "STATUS:CONFIRMED", "SEQUENCE:0"],
    ...["X-MICROSOFT-CDO-BUSYSTATUS:BUSY", "X-MICROSOFT-CDO-IMPORTANCE:1", ...lines, "END:VEVENT"],
  ];
  return [
    ...["BEGIN:VCALENDAR", "METHOD:PUBLISH", "PRODID:Microsoft Exchange Server 2010", "VERSION:2.0"],
    `X-WR-CALNAME:${title} diary`,
    ...["BEGIN:VTIMEZONE", "TZID:GMT Standard Time", "BEGIN:STANDARD", "DTSTART:16010101T020000"],
    ...["TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10"],
    ...["END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:16010101T010000", "TZOFFSETFROM:+0000"],
    ...["TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT"],
    "END:VTIMEZONE",
    ...event(
      `040000008200E00074C5B7101A82E008-${title}-soon`,
      soon,
      `SUMMARY;LANGUAGE=en-GB:${title}\\, planning`,
      "LOCATION;LANGUAGE=en-GB:The Shoebox\\, 21-23 Castle Meadow\\, Norwich NR1 3",
      " ZZ",
      "ORGANIZER;CN=Amina Okafor:mailto:amina.okafor@example.org",
    ),
    ...event(
      `040000008200E00074C5B7101A82E008-${title}-winter`,
      winter,
      `SUMMARY;LANGUAGE=en-GB:${title}\\, winter`,
    ),
    ...event(
      `040000008200E00074C5B7101A82E008-${title}-summer`,
      summer,
      `SUMMARY;LANGUAGE=en-GB:${title}\\, summer`,
    ),
    ...event(`040000008200E00074C5B7101A82E008-${title}-own`, soon, "SUMMARY:Dentist").map((line) =>
      line === "CLASS:PUBLIC" ? "CLASS:PRIVATE" : line,
    ),
    ...event(`040000008200E00074C5B7101A82E008-${title}-party`, soon, "SUMMARY:Office party"),
    ...["END:VCALENDAR", ""],
  ].join("\r\n");
}

const outlookPage =
  "https://outlook.office365.com/owa/calendar/0a1b2c3d4e5f@norwich.example/9f8e7d6c5b4a/calendar.html";

async function enterAddress(page: Page, address: string) {
  await page.getByLabel("Address of the calendar").fill(address);
  await page.getByRole("button", { name: "Check this address" }).click();
}

test.describe("connect an Outlook feed", () => {
  let host: CalendarHost;
  test.beforeAll(async () => {
    host = await startJourneyHost();
  });
  test.afterAll(() => host.stop());

  test("a network's lead connects the calendar that Outlook publishes", async ({ page, step }, info) => {
    const title = `Digital forum ${info.project.name}`;
    host.say(published(title));
    await step("They sign in, and open their network's page.", async () => {
      await signInAs(page, "lead@example.org", group);
      await expect(page.getByRole("heading", { name: "Where its dates come from" })).toBeVisible();
    });
    await step("They go to connect a calendar, and read where its address is.", async () => {
      await page.getByRole("link", { name: /Connect another calendar|Connect a calendar/ }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Connect a calendar" })).toBeVisible();
      await page.getByText("Outlook and Microsoft 365").click();
      await expect(page.getByText("Publish a calendar", { exact: true })).toBeVisible();
    });
    await step("They press the button with nothing entered.", async () => {
      await page.getByRole("button", { name: "Check this address" }).click();
      await expect(page.getByRole("link", { name: "Enter the address of the calendar" })).toBeVisible();
    });
    await step("They paste the link for looking at it, and are told which one to take.", async () => {
      await enterAddress(page, outlookPage);
      await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
      await expect(page.getByRole("main")).toContainText("Outlook’s HTML link");
      await expect(page.getByRole("main")).toContainText("The one to use is called ICS");
      await expect(page.getByLabel("Address of the calendar")).toHaveValue(outlookPage);
    });
    await step("They paste the ICS link, and see what would come in.", async () => {
      await enterAddress(page, host.address);
      await expect(page.getByRole("heading", { level: 1, name: "This would come in" })).toBeVisible();
      const main = page.getByRole("main");
      await expect(main).toContainText("Outlook");
      await expect(main).toContainText("4 events, the last on");
      await expect(main).toContainText(`${title}, planning`);
      await expect(main).toContainText("10am to 11.30am");
      await expect(main).toContainText("The Shoebox, 21-23 Castle Meadow, Norwich NR1 3ZZ");
      await expect(main).toContainText("Events marked as private: 1");
      await expect(main).not.toContainText("Dentist");
    });
    await step("The address is on the page no more.", async () => {
      expect(await page.content()).not.toContain(new URL(host.address).pathname);
      expect(page.url()).not.toContain("ics");
    });
    await step("They choose events by words, enter none, and are asked for them.", async () => {
      await page.getByLabel("Events whose title holds certain words").check();
      await page.getByRole("button", { name: "Connect this calendar" }).click();
      await expect(page.getByRole("link", { name: "Enter words of the title" })).toBeVisible();
    });
    await step("They enter the words, and see how many events match.", async () => {
      await page.getByLabel("The words of the title").fill("digital forum");
      await page.getByRole("button", { name: "Show which events match" }).click();
      await expect(page.getByText("3 meetings of")).toContainText("left out: 1 date that no rule takes");
      await expect(page.getByText("Not taken")).toBeVisible();
    });
    await step("They connect it, and see how it stands.", async () => {
      await page.getByRole("button", { name: "Connect this calendar" }).click();
      await expect(page.getByText("The calendar is connected")).toBeVisible();
      await expect(page.getByRole("heading", { level: 1, name: `${title} diary` })).toBeVisible();
      await expect(page.getByText("Working", { exact: true })).toBeVisible();
      await expect(page.getByText(new URL(host.address).host)).toBeVisible();
      expect(await page.content()).not.toContain(new URL(host.address).pathname);
    });
    await step("The meetings are on the network's page, and in the lists for everybody.", async () => {
      await page.goto(`${group}`);
      await expect(page.getByRole("main")).toContainText(`${title}, planning`);
      await expect(page.getByRole("main")).not.toContainText("Office party");
    });
    for (const [season, day] of [["winter", winter] as const, ["summer", summer] as const])
      await step(`In ${season} it begins at ten, as Outlook says.`, async () => {
        const from = new Date(day.getTime() - oneDay).toISOString().slice(0, 10);
        await page.goto(`/meetings?group=norwich-place-network&from=${from}`);
        const card = page.locator(".card").filter({ hasText: `${title}, ${season}` });
        await expect(card).toContainText("10am to 11.30am");
      });
    await step("Somebody who does not keep it is told of no such page.", async () => {
      await page.goto("/calendars");
      const link = await page.getByRole("link", { name: `${title} diary` }).getAttribute("href");
      await page.getByRole("button", { name: "Sign out" }).first().click();
      await signInAs(page, "owner@example.org");
      await expect(page.getByRole("button", { name: "Sign out" }).first()).toBeVisible();
      expect((await page.goto(String(link)))?.status()).toBe(404);
    });
  });
});
