import { expect, signInAs, test } from "./journey.ts";
import { linkInMail } from "./mailbox.ts";

test("somebody without an account says what is wrong, and hears what became of it", async ({
  page,
  step,
}, info) => {
  const reporter = `passer-by-${info.project.name}@example.org`;
  const words = `It was dark on Tuesday, and a note said "back in spring". (${info.project.name})`;
  const outcome = `Thank you. We were on holiday for a week. (${info.project.name})`;
  await step("They find the link on the page of a service.", async () => {
    await page.goto("/organisations/magdalen-street-neighbours");
    await page.getByRole("main").locator(".card a[href^='/services/']").first().click();
    await page.getByRole("link", { name: "Something is wrong here" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Something is wrong here" })).toBeVisible();
  });
  await step("They are told what is missing, and keep their words.", async () => {
    await page.getByLabel("Tell us in a few words").fill(words);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("link", { name: "Choose what is wrong" })).toBeVisible();
    await expect(page.getByLabel("Tell us in a few words")).toHaveValue(words);
  });
  await step("They send it with their address, and are thanked.", async () => {
    await page.getByLabel("The time or the place is wrong").check();
    await page.getByLabel(/Your e-mail address/).fill(reporter);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Thank you for telling us" })).toBeVisible();
  });
  await step("A receipt is in their mail.", async () => {
    await linkInMail(page, reporter, /Thank you for telling us/);
    await expect(page.getByRole("main")).toContainText(words);
  });
  await step("Whoever keeps the record finds it among their cases.", async () => {
    await signInAs(page, "owner@example.org", "/cases");
    // The newest stands last
    await page
      .getByRole("main")
      .getByRole("link", { name: /the time or the place is wrong/ })
      .last()
      .click();
    await expect(page.getByRole("main")).toContainText("It was dark on Tuesday");
  });
  await step("They say what they did.", async () => {
    await page.getByRole("link", { name: "Say what you did" }).click();
    await page.getByLabel("What you found, and what you did").fill(outcome);
    await page.getByRole("button", { name: "Close this case" }).click();
    await expect(page.getByText("It is resolved.")).toBeVisible();
  });
  await step("Whoever told us reads it in a mail.", async () => {
    await linkInMail(page, reporter, /What became of it/);
    await expect(page.getByRole("main")).toContainText(outcome);
  });
});

test("what fills in the hidden field leaves nothing behind", async ({ request }) => {
  const form = { choice: "other", words: "Buy cheap lamps", homepage: "https://lamps.example" };
  const sent = await request.post("/organisations/magdalen-street-neighbours/report", {
    ...{ form, maxRedirects: 0 },
  });
  expect(sent.status()).toBe(302);
  expect(sent.headers().location).toContain("did=report");
});
