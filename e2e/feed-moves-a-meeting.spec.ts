import type { Page } from "@playwright/test";
import { type CalendarHost, startJourneyHost } from "../test/setup/calendar-host.ts";
import { expect, signInAs, test } from "./journey.ts";
import { linkInMail } from "./mailbox.ts";

const oneDay = 86_400_000;
const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, "");

/** Each project has a network, its board and a follower of its own, whom no other journey lets follow anything. */
const places: Record<string, { network: string; board: string; follower: string }> = {
  wide: {
    network: "west-norfolk-place-network",
    board: "west-norfolk-place-board",
    follower: "secretariat@example.org",
  },
  "no-script": {
    network: "north-norfolk-place-network",
    board: "north-norfolk-place-board",
    follower: "icb@example.org",
  },
};

interface Diary {
  board: string;
  start: Date;
  /** Raised with each change, as calendar programs do. */
  sequence: number;
  isAwayDayOff: boolean;
}

/** The board's own diary: its next meeting, and an away day half a year later. */
function diary({ board, start, sequence, isAwayDayOff }: Diary): string {
  const event = (uid: string, at: Date, ...lines: string[]) => [
    ...["BEGIN:VEVENT", `UID:${uid}@${board}.example`, "DTSTAMP:20260101T090000Z", `SEQUENCE:${sequence}`],
    ...[`DTSTART:${stamp(at)}`, "DURATION:PT2H", ...lines, "END:VEVENT"],
  ];
  const awayDay = new Date(start.getTime() + 180 * oneDay);
  return [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Diary//EN", `X-WR-CALNAME:${board} diary`],
    ...event("next", start, "SUMMARY:Place Board"),
    ...event("away", awayDay, `SUMMARY:Away day ${board}`, ...(isAwayDayOff ? ["STATUS:CANCELLED"] : [])),
    ...["END:VCALENDAR", ""],
  ].join("\r\n");
}

/** The first meeting to come that is not called off. */
async function openNextMeeting(page: Page, group: string) {
  await page.goto(`/groups/${group}`);
  await page.getByRole("main").locator(".card a[href^='/meetings/']").first().click();
}

test.describe("the feed moves a meeting that has an agenda", () => {
  let host: CalendarHost;
  test.beforeAll(async () => {
    host = await startJourneyHost();
  });
  test.afterAll(() => host.stop());

  test("it keeps its address and its agenda, and its followers hear of it", async ({ page, step }, info) => {
    const { network, board, follower } = places[info.project.name] ?? {
      network: "",
      board: "",
      follower: "",
    };
    const title = `Warm rooms in winter ${info.project.name}`;
    let [meeting, calendar] = ["", ""];
    let start = new Date(0);
    await step("Somebody follows the board, and is asked how they want to hear of it.", async () => {
      await signInAs(page, follower, `/groups/${board}`);
      await page.getByRole("link", { name: "Hear when its meetings move" }).click();
      await page.getByLabel("A mail when a meeting moves or is called off").check();
      await page.getByRole("button", { name: "Follow this group" }).click();
      await expect(page.getByText("You follow this group.", { exact: true })).toBeVisible();
    });
    await step("The list of what they follow has it.", async () => {
      await page.goto("/account/following");
      await expect(page.locator(".card")).toHaveCount(1);
      await page.getByRole("button", { name: "Sign out" }).first().click();
    });
    await step("The network raises an item, which comes onto the board's draft agenda.", async () => {
      await signInAs(page, "admin@example.org", `/groups/${network}`);
      await openNextMeeting(page, network);
      await page
        .getByRole("link", { name: /Raise an(other)? item/ })
        .first()
        .click();
      await page.getByLabel(/Place Board/).check();
      await page.getByLabel("Title").fill(title);
      await page.getByLabel("Why it matters").fill("People sit in the cold.");
      await page.getByLabel("What is asked").fill("Two rooms in each town.");
      await page.getByRole("button", { name: "Raise this item" }).click();
      await page.getByRole("link", { name: /draft agenda/ }).click();
      meeting = new URL(page.url()).pathname.replace(/\/agenda$/, "");
    });
    await step(
      "The board's diary is connected; its next meeting is the one that is here already.",
      async () => {
        await page.goto(meeting);
        const time = page.getByRole("main").locator("time[datetime*='T']").first();
        start = new Date(String(await time.getAttribute("datetime")));
        host.say(diary({ board, start, sequence: 0, isAwayDayOff: false }));
        await page.goto(`/calendars/new?for=groups/${board}`);
        await page.getByLabel("Address of the calendar").fill(host.address);
        await page.getByRole("button", { name: "Check this address" }).click();
        await page.getByRole("button", { name: "Connect this calendar" }).click();
        await expect(page.getByText("The calendar is connected")).toBeVisible();
        calendar = new URL(page.url()).pathname;
        await page.goto(meeting);
        await expect(page.getByRole("main")).toContainText(title);
        await expect(page.getByText("Moved from")).toHaveCount(0);
      },
    );
    await step("The diary moves it by a week, and calls the away day off.", async () => {
      const moved = new Date(start.getTime() + 7 * oneDay);
      host.say(diary({ board, start: moved, sequence: 1, isAwayDayOff: true }));
      await page.goto(calendar);
      await page.getByRole("button", { name: "Read it now" }).click();
      await page.waitForURL(/did=(run|busy)/);
    });
    await step(
      "At the same address everybody reads from when it moved, and the draft is still there.",
      async () => {
        await page.goto(meeting);
        await expect(page.getByText("Moved from").first()).toBeVisible();
        await expect(page.getByRole("heading", { name: "Draft agenda" })).toBeVisible();
        await expect(page.locator(".agenda__item").filter({ hasText: title })).toBeVisible();
      },
    );
    await step("So does the agenda to print.", async () => {
      await page.goto(`${meeting}/agenda`);
      await expect(page.getByText("Moved from").first()).toBeVisible();
      await expect(page.locator(".agenda__item").filter({ hasText: title })).toBeVisible();
    });
    await step("The group's page has what was called off below what is to come.", async () => {
      await page.goto(`/groups/${board}`);
      const cards = page.getByRole("main").locator(".card");
      const awayDay = cards.filter({ hasText: `Away day ${board}` });
      await expect(awayDay).toContainText("Cancelled");
      await expect(cards.first()).not.toContainText("Away day");
      await expect(page.getByRole("heading", { name: "Called off" })).toBeVisible();
      await awayDay.getByRole("link").click();
      await expect(page.getByText("This meeting is cancelled.")).toBeVisible();
      await expect(page.getByRole("link", { name: "Raise an item" })).toHaveCount(0);
      await expect(page.getByRole("link", { name: "Add to my calendar" })).toHaveCount(0);
    });
    await step("The follower has one mail for both, with the way to the meetings.", async () => {
      await page.getByRole("button", { name: "Sign out" }).first().click();
      expect(await linkInMail(page, follower, /: 2 meetings have changed/)).toBe(meeting);
      await expect(page.getByRole("main")).toContainText("has moved. It was to be on");
      await expect(page.getByRole("main")).toContainText("is cancelled.");
    });
    await step("They follow its meetings no longer.", async () => {
      await signInAs(page, follower, `/groups/${board}/follow/stop`);
      await page.getByRole("button", { name: "Stop following" }).click();
      await expect(page.getByText("You no longer follow that group.")).toBeVisible();
      await expect(page.getByText("You follow no group.")).toBeVisible();
    });
  });
});
