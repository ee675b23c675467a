import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect, signInAs, test } from "./journey.ts";
import { linkInMail } from "./mailbox.ts";

/** Somebody else's browser, with scripts or without as this project has them. */
async function otherDevice(browser: Browser, javaScriptEnabled: boolean): Promise<BrowserContext> {
  return browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 800 } });
}

/** Opens the newest mail of this subject, and the page behind its button. */
async function openFromMail(page: Page, to: string, subject: RegExp, part: string) {
  await linkInMail(page, to, subject);
  const href = await page.getByRole("main").locator(`a[href*="${part}"]`).first().getAttribute("href");
  const { pathname, search } = new URL(href ?? "");
  await page.goto(pathname + search);
}

const save = (page: Page) => page.getByRole("button", { name: "Save and continue" }).click();

test("register from nothing to live", async ({ page, browser, step, javaScriptEnabled }, info) => {
  // The longest journey, with every look at every step
  test.slow();
  const name = `Tŷ’r Gân ${info.project.name} ${Date.now()}`;
  const email = `amina-${info.project.name}-${Date.now()}@example.net`;
  await step("Somebody reads what it takes, and looks whether they are here already.", async () => {
    await page.goto("/");
    await page.getByRole("contentinfo").getByRole("link", { name: "Register your organisation" }).click();
    await expect(page.getByText("About 15 minutes")).toBeVisible();
    await page.getByLabel("Name of your organisation").fill(name);
    await page.getByRole("button", { name: "Find it first" }).click();
    await expect(page.getByText("No organisation fits")).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Register your organisation" }).click();
  });
  await step("They begin with nothing, and are told what is missing.", async () => {
    await page.getByRole("link", { name: "Start now" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("link", { name: "Enter the name" })).toBeVisible();
  });
  await step("They begin.", async () => {
    await page.getByLabel("Name of the organisation").fill(name);
    await page.getByLabel("Community group").check();
    await page.getByLabel("Where do you work most?").selectOption({ label: "Norwich" });
    await page.getByRole("button", { name: "Continue" }).click();
    // The other project's run of this journey has a name that is much like it
    const none = page.getByRole("button", { name: "No, register ours" });
    if (await none.isVisible()) await none.click();
    await expect(page.getByText("You have finished 1 of 6 steps")).toBeVisible();
  });
  await step("They say who they are.", async () => {
    await page.getByRole("link", { name: "About you" }).click();
    await page.getByLabel("Your name").fill("Amina Okafor");
    await page.getByLabel("Your e-mail address").fill(email);
    await page.getByLabel("What you do for the organisation").fill("Chair");
    await save(page);
  });
  await step("They have a link mailed to them.", async () => {
    await page.getByRole("link", { name: "Go on later, or on another device" }).click();
    await page.getByRole("button", { name: "Mail me a link" }).click();
    await expect(page.getByText("The link is on its way")).toBeVisible();
  });
  const address = page.url().split("?")[0] ?? "";
  const phone = await otherDevice(browser, javaScriptEnabled ?? true);
  const there = await phone.newPage();
  await step("Without the link, the registration is nowhere to be found.", async () => {
    expect((await there.goto(address))?.status()).toBe(404);
  });
  await step("On their phone they open it, and could go on there.", async () => {
    await openFromMail(there, email, /Go on registering/, "/register/continue/");
    await there.getByRole("button", { name: "Go on" }).click();
    await expect(there.getByText("You have finished 2 of 6 steps")).toBeVisible();
  });
  await step("The link is used now: on the phone it leads on, elsewhere to a new one.", async () => {
    await openFromMail(there, email, /Go on registering/, "/register/continue/");
    await expect(there.getByText("You have finished 2 of 6 steps")).toBeVisible();
    const library = await otherDevice(browser, javaScriptEnabled ?? true);
    const elsewhere = await library.newPage();
    await openFromMail(elsewhere, email, /Go on registering/, "/register/continue/");
    await elsewhere.getByRole("button", { name: "Send me a new link" }).click();
    await expect(elsewhere.getByText("A new link is on its way")).toBeVisible();
    await library.close();
  });
  await step("They have lost the address, and find the way back from the front page.", async () => {
    await page.goto("/register");
    await page.getByRole("link", { name: `Go on with ${name}` }).click();
    await expect(page.getByText("You have finished 2 of 6 steps")).toBeVisible();
  });
  await step("They have no number; a wrong one is not taken.", async () => {
    await page.getByRole("link", { name: "Register numbers" }).click();
    await page.getByLabel("Charity number (optional)", { exact: true }).fill("12");
    await save(page);
    await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    await expect(page.getByLabel("Charity number (optional)", { exact: true })).toHaveValue("12");
    await page.getByLabel("Charity number (optional)", { exact: true }).fill("");
    await save(page);
  });
  await step("They say where they work, whom they help, and how to reach them.", async () => {
    await page.getByRole("link", { name: "Where you work" }).click();
    await expect(page.getByRole("checkbox", { name: "Norwich" }).first()).toBeChecked();
    await save(page);
    await page.getByRole("link", { name: "Who you help and how" }).click();
    await page.getByLabel("What you do").fill("We sing together on Tuesdays.");
    await save(page);
    await page.getByRole("link", { name: "Ways to get in touch" }).click();
    await page.getByLabel("Phone number (optional)", { exact: true }).fill("01632 960977");
    await page.getByLabel("Their name").fill("Beth Howes");
    await page.getByLabel("Their phone number").fill("01632 960978");
    await save(page);
    await expect(page.getByText("You have finished 6 of 6 steps")).toBeVisible();
  });
  await step("They check their answers and send them.", async () => {
    await page.getByRole("link", { name: "Check your answers and send" }).click();
    await expect(page.getByText("We sing together on Tuesdays.")).toBeVisible();
    await page.getByRole("button", { name: "Send the registration" }).click();
    await expect(page.getByText("Your registration is sent")).toBeVisible();
    await expect(page.getByText("We sing together on Tuesdays.")).toBeVisible();
  });
  await step("The lead of the place’s network finds it among their cases, and approves it.", async () => {
    await signInAs(page, "lead@example.org", "/cases");
    await page.getByRole("link", { name: `New organisation: ${name}` }).click();
    await expect(page.getByText("We sing together on Tuesdays.")).toBeVisible();
    await page.getByRole("link", { name: "Approve" }).click();
    await page.getByRole("button", { name: "Approve" }).click();
  });
  await step("The letter signs its owner in, without a password.", async () => {
    await openFromMail(there, email, /is in the directory/, "/sign-in/link/");
    await there.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    await expect(there.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(there.getByRole("link", { name: "See the public page" })).toBeVisible();
  });
  await step("Everybody finds it, with what is meant for everybody.", async () => {
    await there.getByRole("link", { name: "See the public page" }).click();
    const live = there.url();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto(live);
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByRole("link", { name: "01632 960977" })).toBeVisible();
    await expect(page.getByText("01632 960978")).toHaveCount(0);
  });
  await phone.close();
});
