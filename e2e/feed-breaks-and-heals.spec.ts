import type { Page } from "@playwright/test";
import { type CalendarHost, startJourneyHost } from "../test/setup/calendar-host.ts";
import { expect, signInAs, test } from "./journey.ts";

const oneDay = 86_400_000;

/** A diary of one session a week; `count` of them, on Wednesdays from next week on. */
function diary(name: string, count: number): string {
  const first = new Date(Date.now() + 7 * oneDay);
  const events = Array.from({ length: count }, (_, at) => {
    const day = new Date(first.getTime() + at * 7 * oneDay).toISOString().slice(0, 10).replaceAll("-", "");
    return [
      ...["BEGIN:VEVENT", `UID:${name}-${at}@diary.example`, "DTSTAMP:20260101T090000Z"],
      ...[`DTSTART;TZID=Europe/London:${day}T183000`, `DTEND;TZID=Europe/London:${day}T200000`],
      ...[`SUMMARY:${name} ${at + 1}`, "END:VEVENT"],
    ];
  });
  const head = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Example//Diary//EN",
    `X-WR-CALNAME:${name} diary`,
  ];
  return [...head, ...events.flat(), "END:VCALENDAR", ""].join("\r\n");
}

const webPage = "<!doctype html><html><head><title>Sign in</title></head><body>Please sign in</body></html>";

/** Again where a worker is at it at this very moment. */
async function readNow(page: Page, calendar: string) {
  await expect(async () => {
    await page.goto(calendar);
    await page.getByRole("button", { name: "Read it now" }).click();
    await page.waitForURL(/did=(run|busy)/);
    expect(page.url()).toContain("did=run");
  }).toPass({ timeout: 20_000 });
}

/** Paused and begun again it is read by a worker: what a person reads by hand does not count as another failure. */
async function readByWorker(page: Page, calendar: string, host: CalendarHost) {
  const before = host.asked.length;
  await page.goto(`${calendar}/pause`);
  await page.getByRole("button", { name: "Pause it" }).click();
  await page.getByRole("button", { name: "Begin reading it again" }).click();
  await expect(page.getByText("The calendar is read again from now on")).toBeVisible();
  await expect.poll(() => host.asked.length, { timeout: 20_000 }).toBeGreaterThan(before);
}

/** How many mails with this subject this address has; asked again until it is as many as that. */
async function expectMails(page: Page, to: string, subject: RegExp, count: number) {
  await expect(async () => {
    await page.goto(`/dev/outbox?to=${encodeURIComponent(to)}&at=${Date.now()}`);
    await expect(page.getByRole("main").getByRole("link", { name: subject })).toHaveCount(count, {
      timeout: 250,
    });
  }).toPass({ timeout: 20_000 });
}

/** The mails of the two projects must not be taken for each other's: each has a keeper of its own. */
const keepers: Record<string, { email: string; owner: string; list: string }> = {
  wide: {
    email: "owner@example.org",
    owner: "organisations/magdalen-street-neighbours",
    list: "/whats-on?place=norwich",
  },
  "no-script": { email: "lead@example.org", owner: "groups/norwich-place-network", list: "/meetings" },
};

test.describe("the feed breaks and heals", () => {
  let host: CalendarHost;
  test.beforeAll(async () => {
    host = await startJourneyHost();
  });
  test.afterAll(() => host.stop());

  test("what a calendar last said stays, its keeper hears of it, and doubts are asked about", async ({
    page,
    step,
  }, info) => {
    const { email, owner } = keepers[info.project.name] ?? { email: "", owner: "" };
    const name = `Choir ${info.project.name}`;
    host.say(diary(name, 6));
    let calendar = "";
    await step("A calendar of six dates is connected.", async () => {
      await signInAs(page, email, `/calendars/new?for=${owner}`);
      await page.getByLabel("Address of the calendar").fill(host.address);
      await page.getByRole("button", { name: "Check this address" }).click();
      await page.getByRole("button", { name: "Connect this calendar" }).click();
      await expect(page.getByText("The calendar is connected")).toBeVisible();
      calendar = new URL(page.url()).pathname;
    });
    await step("Read again, it says nothing new.", async () => {
      await readNow(page, calendar);
      await expect(page.getByText("read, nothing new")).toBeVisible();
    });
    await step("Then a page to sign in comes in its place: what was there stays.", async () => {
      host.say(webPage, { "Content-Type": "text/html" });
      await readNow(page, calendar);
      await expect(page.getByText("We cannot read this calendar since")).toBeVisible();
      await expect(page.getByText("Cannot be read", { exact: true }).first()).toBeVisible();
    });
    await step("It goes on like that, and fails in another way too.", async () => {
      host.fail(500);
      await readByWorker(page, calendar, host);
      await readByWorker(page, calendar, host);
      await page.goto(calendar);
      await expect(page.getByText("We cannot read this calendar since")).toBeVisible();
    });
    await step("After the third time its keeper has one mail.", async () => {
      await expectMails(page, email, new RegExp(`cannot.*${name}|${name}.*cannot`, "i"), 1);
    });
    await step("A fourth time brings no further mail.", async () => {
      await readByWorker(page, calendar, host);
      await expectMails(page, email, new RegExp(`cannot.*${name}|${name}.*cannot`, "i"), 1);
    });
    await step("The list of calendars says so, and since when.", async () => {
      await page.goto("/calendars");
      const card = page.locator(".card").filter({ hasText: `${name} diary` });
      await expect(card).toContainText("Cannot be read");
      await expect(card).toContainText("Since");
    });
    await step("It is mended, works again, and its keeper is told once.", async () => {
      host.say(diary(name, 6));
      await readNow(page, calendar);
      await expect(page.getByText("Working", { exact: true })).toBeVisible();
      await expect(page.getByRole("row").filter({ hasText: "Works again" })).toBeVisible();
      await expectMails(page, email, new RegExp(`again.*${name}|${name}.*again`, "i"), 1);
    });
    await step("Its keeper says in which zone times are that name none.", async () => {
      await page.goto(`${calendar}/zone`);
      await page.getByLabel("Time zone").selectOption({ label: "Dublin (Ireland)" });
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("are read as Dublin time")).toBeVisible();
    });
    await step("Then most of its dates are gone: it is asked whether that is right.", async () => {
      host.say(diary(name, 2));
      await readNow(page, calendar);
      await expect(page.getByText("4 of the 6 dates to come that it held")).toBeVisible();
      await expect(page.getByText("Held: is this right?")).toBeVisible();
    });
    await step("Its keeper looks at the question.", async () => {
      await page.getByRole("link", { name: "Look at it and decide" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Is this right?" })).toBeVisible();
    });
    await step("They say yes, and the four are withdrawn, not erased.", async () => {
      await page.getByRole("button", { name: "Yes, withdraw 4 dates" }).click();
      // Where a worker reads it at this very moment, the answer counts within a minute
      await expect(
        page.getByText(/Done: what the calendar holds now counts|Your answer is kept. It counts when/),
      ).toBeVisible();
      await expect(async () => {
        await page.goto(calendar);
        await expect(page.getByRole("row").filter({ hasText: "4 withdrawn" })).toBeVisible({ timeout: 250 });
      }).toPass({ timeout: 70_000 });
      await expect(page.getByText("Working", { exact: true })).toBeVisible();
    });
    await step("Everybody sees which dates are withdrawn.", async () => {
      if (!owner.startsWith("groups/")) return;
      await page.goto("/groups/norwich-place-network");
      await expect(page.getByRole("main")).toContainText(`${name} 1`);
      await page.goto("/meetings?group=norwich-place-network");
      await expect(page.locator(".card").filter({ hasText: `${name} 5` })).toContainText("Withdrawn");
    });
    await step("They disconnect it, and what was there is withdrawn too.", async () => {
      await page.goto(`${calendar}/disconnection`);
      await page.getByRole("button", { name: "Disconnect it" }).click();
      await expect(page.getByRole("link", { name: "Choose what happens to what is to come" })).toBeVisible();
      await page.getByLabel("It is withdrawn").check();
      await page.getByRole("button", { name: "Disconnect it" }).click();
      await expect(page.getByText("The calendar is disconnected")).toBeVisible();
      await expect(page.locator(".card").filter({ hasText: `${name} diary` })).toHaveCount(0);
    });
  });
});
