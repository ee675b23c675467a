import { expect, signInAs, test } from "./journey.ts";
import { linkInMail } from "./mailbox.ts";

/** A registration is declined once, so each project has one of its own; who declines it differs with its place. */
const waiting: Record<string, { who: string; title: string; address: string }> = {
  wide: {
    who: "lead@example.org",
    title: "New organisation: Riverside Repair Café",
    address: "riverside-repair-cafe@example.org",
  },
  "no-script": {
    who: "admin@example.org",
    title: "New organisation: Lietuvių choras „Ąžuolas“",
    address: "fenland-lithuanian-choir@example.org",
  },
};

const reason = "Please say on which days you meet, and where. Then send it again.";

test("a registration is declined with a reason, which its sender reads", async ({ page, step }, info) => {
  const { who, title, address } = waiting[info.project.name] ?? { who: "", title: "", address: "" };
  await step("Whoever looks after the place finds it among their cases.", async () => {
    await signInAs(page, who, "/cases");
    await expect(page.getByRole("heading", { level: 2, name: "New organisations" })).toBeVisible();
    await page.getByRole("link", { name: title }).click();
  });
  const address_ = () => new URL(page.url()).pathname;
  await step("The case shows everything that was said.", async () => {
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByText("Who you help")).toBeVisible();
    await expect(page.getByRole("link", { name: "Approve" })).toBeVisible();
  });
  const path = address_();
  await step("Declining takes a reason.", async () => {
    await page.getByRole("link", { name: "Decline", exact: true }).click();
    await page.getByRole("button", { name: "Decline" }).click();
    await expect(page.getByRole("link", { name: "Say why, so that they know what to do" })).toBeVisible();
  });
  await step("With a reason it is declined.", async () => {
    await page.getByLabel("Why it is declined").fill(reason);
    await page.getByRole("button", { name: "Decline" }).click();
    await expect(page.getByText("It is declined, and whoever asked has been told why.")).toBeVisible();
    await expect(page.getByText(reason)).toBeVisible();
  });
  await step("A second decision is not offered.", async () => {
    await page.goto(`${path}/approval`);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole("link", { name: "Approve" })).toHaveCount(0);
  });
  await step("The sender reads the reason in a mail, with a link to change the registration.", async () => {
    const link = await linkInMail(page, address, /was not approved/);
    await expect(page.getByRole("main")).toContainText(reason);
    expect(link).toMatch(/^\/register\/continue\//);
  });
});
