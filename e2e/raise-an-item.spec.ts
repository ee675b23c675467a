import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "./journey.ts";

/** A group's meetings whose cards do not say that: which one is next, and in what state, depends on the day. */
function meetingsOf(page: Page, not: RegExp) {
  return page.getByRole("main").locator(".card").filter({ hasNotText: not }).locator("a[href^='/meetings/']");
}

const title = `Buses to the day centre ${Date.now()}`;

test("what a network hears gets onto the board's agenda, with the way back", async ({ page, step }, info) => {
  const own = `${title} ${info.project.name}`;
  await step("The network's lead signs in.", () => signInAs(page, "lead@example.org"));
  await step("They open their network's next meeting.", async () => {
    await page.goto("/groups/norwich-place-network");
    await meetingsOf(page, /Cancelled|Withdrawn|Postponed/)
      .first()
      .click();
    await expect(page.getByRole("heading", { name: "Items raised at this meeting" })).toBeVisible();
  });
  const meeting = page.url();
  await step("They send the form with nothing in it, and are told what is missing.", async () => {
    await page
      .getByRole("link", { name: /Raise an(other)? item/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Raise this item" }).click();
    await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Choose the board or partnership it is for" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Enter a title" })).toBeVisible();
    await expect(page).toHaveTitle(/^Error: /);
  });
  await step("They send far too much, and keep every word of it.", async () => {
    // Pasted, not typed: typing this much keeps a browser busy for longer than a reader would wait
    await page.getByLabel("Why it matters").evaluate((area: HTMLTextAreaElement) => {
      area.value = "many words ".repeat(10_000).slice(0, 100_000);
    });
    await page.getByRole("button", { name: "Raise this item" }).click();
    await expect(
      page.getByRole("link", { name: "Why it matters must be 4,000 characters or fewer" }),
    ).toBeVisible();
    expect((await page.getByLabel("Why it matters").inputValue()).length).toBe(100_000);
  });
  await step("They raise it with the Norwich Place Board, and see on which agenda it is.", async () => {
    await page.getByLabel("Norwich Place Board").check();
    await page.getByLabel("Title").fill(own);
    await page.getByLabel("Why it matters").fill("People miss lunch because the bus stopped.");
    await page.getByLabel("What is asked").fill("A bus on Tuesdays and Thursdays.");
    await page.getByRole("button", { name: "Raise this item" }).click();
    await expect(page.getByText("Your item is raised")).toBeVisible();
    await expect(page.getByRole("main")).toContainText("draft agenda of Norwich Place Board");
  });
  const line = page.getByRole("listitem").filter({ hasText: own });
  await step("The network's page says which agenda it is on.", async () => {
    await page.goto(meeting);
    await expect(line).toContainText("draft agenda of Norwich Place Board");
    await line.getByRole("link", { name: /draft agenda/ }).click();
  });
  await step("The board's draft agenda has it among its standing items, in order.", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Agenda");
    const titles = await page.locator(".agenda__title").allInnerTexts();
    expect(titles[0]).toMatch(/apologies/i);
    expect(titles.findIndex((text) => text.includes(own))).toBeGreaterThan(0);
    expect(titles.findIndex((text) => text.includes(own))).toBeLessThan(titles.length - 1);
  });
  await step("From there a link leads back to the item and its meeting.", async () => {
    await line.getByRole("link", { name: "Raised by Norwich VCSE Place Network" }).click();
    await expect(page.getByRole("heading", { level: 1, name: own })).toBeVisible();
    await expect(page.getByText("A bus on Tuesdays and Thursdays.")).toBeVisible();
  });
  await step("They withdraw it, and the draft closes up.", async () => {
    await page.getByRole("link", { name: "Withdraw this item" }).click();
    await page.getByRole("button", { name: "Withdraw this item" }).click();
    await expect(page.getByText("The item is withdrawn")).toBeVisible();
    await page.goto(meeting);
    await expect(line).toContainText("Withdrawn");
  });
});

/** An agenda can be published once, so each project publishes one of its own. */
const publishes = [
  { project: "wide", who: "secretariat@example.org", group: "norwich-partnership" },
  { project: "no-script", who: "admin@example.org", group: "broadland-partnership" },
];

test("who may publish a draft agenda does, and everybody can read it", async ({ page, step }, info) => {
  const { who, group } = publishes.find(({ project }) => project === info.project.name) ?? publishes[0] ?? {};
  await step("They sign in and open the partnership's next meeting.", async () => {
    await signInAs(page, String(who), `/groups/${group}`);
    await meetingsOf(page, /published|Cancelled|Provisional|Withdrawn|Postponed|Held/)
      .first()
      .click();
    await expect(page.getByRole("heading", { name: "Draft agenda" })).toBeVisible();
  });
  const address = page.url();
  await step("They are asked whether they mean it.", async () => {
    await page.getByRole("link", { name: "Publish this agenda" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Publish this agenda?" })).toBeVisible();
  });
  await step("They publish it.", async () => {
    await page.getByRole("button", { name: "Publish this agenda" }).click();
    await expect(page.getByText("The agenda is published")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Agenda", exact: true })).toBeVisible();
  });
  await step("Somebody who is not signed in reads it.", async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto(address);
    await expect(page.locator(".agenda__title").first()).toContainText(/apologies/i);
  });
});

test("nobody but the network's lead may raise an item", async ({ page, request, context }) => {
  await signInAs(page, "lead@example.org", "/groups/norwich-place-network");
  await meetingsOf(page, /Cancelled|Withdrawn|Postponed/)
    .first()
    .click();
  const form = `${new URL(page.url()).pathname}/items/new`;
  expect((await request.get(form, { maxRedirects: 0 })).status()).toBe(302);
  await context.clearCookies();
  await signInAs(page, "editor@example.org");
  expect((await page.goto(form))?.status()).toBe(403);
});
