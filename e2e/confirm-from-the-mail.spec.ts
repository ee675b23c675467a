import { expect, test } from "./journey.ts";
import { linkInMail } from "./mailbox.ts";

/** Two records of the demonstration are due at its start, so each project confirms one of its own. */
const due: Record<string, { slug: string; name: string }> = {
  wide: { slug: "mile-cross-together", name: "Mile Cross Together CIC" },
  "no-script": { slug: "lakenham-bike-kitchen", name: "Lakenham Bike Kitchen" },
};

test("a group says with one click from its mail that its record is still right", async ({
  page,
  step,
}, info) => {
  const { slug, name } = due[info.project.name] ?? { slug: "", name: "" };
  const address = `${slug}@example.org`;
  await step("Its page says that nobody has confirmed it in time.", async () => {
    await page.goto(`/organisations/${slug}`);
    await expect(page.getByText(/Not confirmed since/).first()).toBeVisible();
  });
  let link = "";
  await step("The mail that came on the day has a link.", async () => {
    link = await linkInMail(page, address, /Is this still right\?/);
    expect(link).toMatch(/^\/confirm\//);
  });
  await step("The link shows what the record says, without signing in.", async () => {
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1, name: "Is this still right?" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
    await expect(page.getByRole("link", { name: "Something has changed" })).toBeVisible();
  });
  await step("Opening it has changed nothing: a mail checker may have done so before.", async () => {
    await page.goto(link);
    await expect(page.getByRole("button", { name: "Everything is still right" })).toBeVisible();
  });
  await step("One press confirms it, and says when it is asked again.", async () => {
    await page.getByRole("button", { name: "Everything is still right" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Thank you, that is confirmed" })).toBeVisible();
    await expect(page.getByText(/We ask again before/)).toBeVisible();
  });
  await step("The page for everybody says so at once.", async () => {
    await page.goto(`/organisations/${slug}`);
    await expect(page.getByText(/Confirmed on/).first()).toBeVisible();
    await expect(page.getByText(/Not confirmed since/)).toHaveCount(0);
  });
  await step("The link is used up, and offers a new one to the same address.", async () => {
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1, name: /This link has been used/ })).toBeVisible();
    await page.getByRole("button", { name: "Send me a new link" }).click();
    await expect(page.getByText("A new link is on its way")).toBeVisible();
  });
  await step("The new link says that everything is confirmed.", async () => {
    const fresh = await linkInMail(page, address, /Your new link/);
    expect(fresh).not.toBe(link);
    await page.goto(fresh);
    await expect(page.getByRole("heading", { level: 1, name: "Everything is confirmed" })).toBeVisible();
  });
});
