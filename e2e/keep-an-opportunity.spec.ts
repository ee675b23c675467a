import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "./journey.ts";

const ORGANISATION = "/organisations/magdalen-street-neighbours";

/** A day so many days ahead, as a date field takes it. */
const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The record of that title in a keepers' list. */
const cardOf = (page: Page, title: string) =>
  page
    .getByRole("main")
    .locator("li.card")
    .filter({ has: page.getByRole("heading", { name: title, exact: true }) });

const linkOf = (page: Page, title: string, name: string) =>
  cardOf(page, title).getByRole("link", { name: new RegExp(`^${name} ?: `) });

test("an opportunity is made, sent for approval, copied, taken down and put back", async ({
  page,
  step,
}, info) => {
  const title = `Market stall helper ${Date.now()} ${info.project.name}`;
  await step("An editor signs in and says what kind it is, at the second try.", async () => {
    await signInAs(page, "editor@example.org", `${ORGANISATION}/opportunities`);
    await page.getByRole("link", { name: "Add an opportunity" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("link", { name: "Choose what kind of opportunity it is" })).toBeVisible();
    await page.getByLabel("Job").check();
    await page.getByRole("button", { name: "Continue" }).click();
  });
  await step("They forget the pay, and keep what they wrote.", async () => {
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("What it is, in one sentence").fill("Sell jam, take the money, know everybody.");
    await page.getByLabel("E-mail address (optional)").fill("stall@example.org");
    await page.getByLabel("Closes on").fill(dayAhead(3));
    await page.getByLabel("Closing time").fill("noon");
    await page.getByRole("button", { name: "Save and preview" }).click();
    await expect(page.getByRole("link", { name: "Enter the hours and the pay" })).toBeVisible();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByLabel("Title")).toHaveValue(title);
  });
  await step("They see a preview, which counts the days.", async () => {
    await page.getByLabel("Hours and pay").fill("Six hours on Saturdays, £13 an hour");
    await page.getByRole("button", { name: "Save and preview" }).click();
    await expect(page.getByText("It is saved. Nobody else can see it yet.")).toBeVisible();
    await expect(page.getByText(/^In 3 days, on .* at midday$/)).toBeVisible();
  });
  await step("They send it for approval, and the list says that it waits.", async () => {
    await page.getByRole("button", { name: "Send it for approval" }).click();
    await expect(page.getByText("It was sent for approval")).toBeVisible();
    await expect(cardOf(page, title)).toContainText("Waiting for approval");
  });
  await step("They make another like it, without the dates.", async () => {
    await linkOf(page, title, "Copy").click();
    await page.getByRole("button", { name: "Make a copy" }).click();
    await expect(page.getByText("This is a copy, without the dates.")).toBeVisible();
    await expect(page.getByLabel("Closes on")).toHaveValue("");
    await page.getByLabel("Title").fill(`${title} again`);
    await page.getByRole("button", { name: "Save and preview" }).click();
    await expect(page.getByText("No closing date")).toBeVisible();
  });
  await step("They take the copy down, and put it back.", async () => {
    await page.goto(`${ORGANISATION}/opportunities`);
    await linkOf(page, `${title} again`, "Take down").click();
    await page.getByRole("button", { name: "Take it down" }).click();
    await expect(cardOf(page, `${title} again`)).toContainText("You can put it back until");
    await linkOf(page, `${title} again`, "Put back").click();
    await page.getByRole("button", { name: "Put it back" }).click();
    await expect(page.getByText("It is back.")).toBeVisible();
    await expect(cardOf(page, `${title} again`)).toContainText("Draft");
  });
  await step("The history says who did what.", async () => {
    await linkOf(page, `${title} again`, "History").click();
    for (const deed of ["Put back", "Taken down", "Changed", "Made as a copy of another"])
      await expect(page.getByRole("heading", { name: deed, exact: true })).toBeVisible();
  });
});

test("two editors at once: the second sees both versions and loses nothing", async ({
  page,
  step,
  context,
}, info) => {
  const title = `Singer ${Date.now()} ${info.project.name}`;
  const other = await context.newPage();
  await step("An editor makes a draft.", async () => {
    await signInAs(page, "editor@example.org", `${ORGANISATION}/opportunities/new/volunteering`);
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("What it is, in one sentence").fill("Sing.");
    await page.getByLabel("How to offer").fill("Come on Friday.");
    await page.getByRole("button", { name: "Save and preview" }).click();
    await page.getByRole("link", { name: "Change it" }).click();
  });
  await step("Somebody else changes it meanwhile.", async () => {
    await other.goto(page.url());
    await other.getByLabel("What it is, in one sentence").fill("Sing with a choir.");
    await other.getByRole("button", { name: "Save and preview" }).click();
    await expect(other.getByText("It is saved.")).toBeVisible();
  });
  await step("The first is shown both, and saves theirs.", async () => {
    await page.getByLabel("What it is, in one sentence").fill("Sing with us.");
    await page.getByRole("button", { name: "Save and preview" }).click();
    await expect(page.getByRole("heading", { name: /changed this while you were writing/ })).toBeVisible();
    await expect(page.getByRole("table")).toContainText("Sing with a choir.");
    await expect(page.getByLabel("What it is, in one sentence")).toHaveValue("Sing with us.");
    await page.getByRole("button", { name: "Save and preview" }).click();
    await expect(page.getByRole("main")).toContainText("Sing with us.");
  });
});

test("a weekly event is added, and one date called off", async ({ page, step }, info) => {
  const title = `Jam tasting ${Date.now()} ${info.project.name}`;
  await step("An editor forgets when it begins.", async () => {
    await signInAs(page, "editor@example.org", `${ORGANISATION}/events`);
    await page.getByRole("link", { name: "Add an event" }).click();
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Day", { exact: true }).fill(dayAhead(2));
    await page.getByLabel("Every week").check();
    await page.getByRole("textbox", { name: /^Where else/ }).fill("The market, Magdalen Street, Norwich");
    await page.getByRole("button", { name: "Add this event" }).click();
    await expect(page.getByRole("link", { name: /Enter when it starts/ })).toBeVisible();
  });
  await step("They add it, and see its next dates.", async () => {
    await page.getByLabel("Starts at").fill("10am");
    await page.getByLabel("Ends at").fill("noon");
    await page.getByRole("button", { name: "Add this event" }).click();
    await expect(page.getByText("The event is added.")).toBeVisible();
    await expect(
      cardOf(page, title)
        .getByRole("listitem")
        .filter({ hasText: /10am to midday/ }),
    ).toHaveCount(6);
  });
  await step("They call the first date off.", async () => {
    await cardOf(page, title)
      .getByRole("link", { name: /^Call it off/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Call it off" }).click();
    await expect(page.getByText("That date is called off.")).toBeVisible();
    await expect(cardOf(page, title)).toContainText("Cancelled");
  });
  await step("Everybody reads under What’s on that it is cancelled.", async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto(`/whats-on?from=${dayAhead(2)}`);
    const line = page.getByRole("listitem").filter({ hasText: title }).first();
    await expect(line).toContainText("Cancelled");
    await line.getByRole("link").click();
    await expect(page.getByText("This will not take place.")).toBeVisible();
  });
});

test("an outsider finds none of it", async ({ page }) => {
  await signInAs(page, "lead@example.org");
  for (const address of [
    `${ORGANISATION}/opportunities`,
    `${ORGANISATION}/events/new`,
    "/opportunities/kettle-host/edit",
  ])
    expect((await page.goto(address))?.status()).toBe(404);
});
