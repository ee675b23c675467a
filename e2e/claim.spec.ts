import { expect, signInAs, test } from "./journey.ts";
import { linkInMail } from "./mailbox.ts";

/** Each project claims one of its own: a record has one story at a time. */
const records: Record<string, string> = {
  wide: "Sewell Park Friends",
  "no-script": "Wells Harbour Lunch Club",
};

test("claim a record", async ({ page, step }, info) => {
  const name = records[info.project.name] ?? "";
  const email = `claim-${info.project.name}-${Date.now()}@example.net`;
  await step("Somebody finds their group in the directory.", async () => {
    await page.goto(`/organisations?q=${encodeURIComponent(name)}`);
    await page.getByRole("main").getByRole("link", { name, exact: true }).click();
  });
  const record = page.url();
  await step("They say that it is theirs, and forget how it can be checked.", async () => {
    await page.getByRole("link", { name: "This is us: claim this record" }).click();
    await page.getByLabel("Your name").fill("Amina Okafor");
    await page.getByLabel("Your e-mail address").fill(email);
    await page.getByLabel("What you do for the organisation").fill("Chair");
    await page.getByRole("button", { name: "Ask to keep this record" }).click();
    await expect(page.getByRole("link", { name: "Tell us how we can check that it is you" })).toBeVisible();
    await expect(page.getByLabel("Your name")).toHaveValue("Amina Okafor");
  });
  await step("They say it, and are thanked.", async () => {
    await page.getByLabel("How can we check that it is you?").fill("Ring the number on our page.");
    await page.getByRole("button", { name: "Ask to keep this record" }).click();
    await expect(page.getByText("We have your request")).toBeVisible();
  });
  await step("The Assembly team finds the claim, and approves it.", async () => {
    await signInAs(page, "admin@example.org", "/cases");
    await page.getByRole("link", { name: `“This is us”: ${name}` }).click();
    await expect(page.getByText("Ring the number on our page.")).toBeVisible();
    await page.getByRole("link", { name: "Approve" }).click();
    await page.getByRole("button", { name: "Approve" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
  });
  await step("The letter signs them in.", async () => {
    await page.goto(await linkInMail(page, email, /You keep the record/));
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  });
  await step("The record is theirs to keep.", async () => {
    await page.goto(record);
    await page.getByRole("link", { name: "Keep this record" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByRole("link", { name: "Archive" })).toBeVisible();
  });
});
