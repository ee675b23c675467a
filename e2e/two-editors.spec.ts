import { expect, signInAs, test } from "./journey.ts";

/** Each project edits one of its own, so that the two runs do not meet. */
const records: Record<string, string> = {
  wide: "sewell-park-friends",
  "no-script": "wells-harbour-lunch-club",
};

test("two editors: the second sees both versions and loses nothing", async ({
  page,
  browser,
  step,
}, info) => {
  const address = `/organisations/${records[info.project.name]}/edit`;
  const [first, second] = [`First ${Date.now()}`, `Second ${Date.now()}`];
  await step("Somebody opens the record that they keep.", async () => {
    await signInAs(page, "admin@example.org", address);
    await expect(page.getByText("Keep this record", { exact: true })).toBeVisible();
  });
  await step("They begin to write.", async () => {
    await page.getByRole("link", { name: "Change what you do and who you help" }).click();
    await page.getByLabel("What you do").fill(second);
  });
  await step("Meanwhile somebody else saves the same part.", async () => {
    const other = await browser.newContext({ javaScriptEnabled: info.project.name !== "no-script" });
    const there = await other.newPage();
    await signInAs(there, "admin@example.org", `${address}/about`);
    await there.getByLabel("What you do").fill(first);
    await there.getByLabel("Who you help").fill("People who live nearby");
    await there.getByRole("button", { name: "Save" }).click();
    await expect(there.getByText("Your change is saved")).toBeVisible();
    await other.close();
  });
  await step("The first one saves, and sees both versions side by side.", async () => {
    await page.getByRole("button", { name: "Save" }).click();
    await expect(
      page.getByRole("heading", { name: "Demo Administrator changed this while you were writing" }),
    ).toBeVisible();
    const row = page.getByRole("row", { name: /What you do/ });
    await expect(row).toContainText(first);
    await expect(row).toContainText(second);
    await expect(page.getByLabel("What you do")).toHaveValue(second);
  });
  await step("They put both together, and save again.", async () => {
    await page.getByLabel("What you do").fill(`${first}. ${second}.`);
    await page.getByLabel("Who you help").fill("People who live nearby");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Your change is saved")).toBeVisible();
    await expect(page.getByText(`${first}. ${second}.`)).toBeVisible();
  });
  await step("The history has every version, and whose it was.", async () => {
    await page.getByRole("link", { name: "History" }).click();
    await expect(
      page.getByRole("heading", { name: "Changed: what you do and who you help" }).first(),
    ).toBeVisible();
    await expect(page.getByText("Demo Administrator").first()).toBeVisible();
  });
  await step("One of them is looked at, and restored.", async () => {
    await page
      .getByRole("link", { name: /Look at the version before this change/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Restore this version" }).click();
    await expect(page.getByText("The earlier version is restored")).toBeVisible();
    await expect(page.getByText(first, { exact: true })).toBeVisible();
  });
});

/** Each project changes another part: one change of a part waits at a time. */
const waiting: Record<string, { part: string; label: string; words: string }> = {
  wide: { part: "names", label: "Name", words: "Magdalen Street and Around" },
  "no-script": { part: "numbers", label: "Company number (optional)", words: "01234567" },
};

test("a new name or number waits for approval while the old one stays", async ({ page, step }, info) => {
  const { part = "", label = "", words = "" } = waiting[info.project.name] ?? {};
  await step("An editor changes it.", async () => {
    await signInAs(page, "editor@example.org", `/organisations/magdalen-street-neighbours/edit/${part}`);
    await page.getByLabel(label, { exact: true }).fill(words);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Your change waits for approval")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "Magdalen Street Neighbours" })).toBeVisible();
  });
  await step("They withdraw it.", async () => {
    const mine = page.getByRole("row").filter({ hasText: words });
    const change = page.getByRole("main").locator("div").filter({ has: mine }).last();
    await change.getByRole("link", { name: "Withdraw this change" }).click();
    await page.getByRole("button", { name: "Withdraw this change" }).click();
    await expect(page.getByText("Your change is withdrawn")).toBeVisible();
  });
});

test("an archived organisation leaves the site, and comes back", async ({ page, step }, info) => {
  const slug = info.project.name === "wide" ? "southwold-memory-cafe" : "swaffham-stitchers";
  await step("The team archives it.", async () => {
    await signInAs(page, "admin@example.org", `/organisations/${slug}/edit`);
    await page.getByRole("link", { name: "Archive" }).click();
    await page.getByRole("button", { name: "Archive this organisation" }).click();
    await expect(page.getByText("The record is archived")).toBeVisible();
    expect((await page.request.get(`/organisations/${slug}`)).status()).toBe(404);
  });
  await step("It is restored.", async () => {
    await page.getByRole("link", { name: "Restore", exact: true }).click();
    await page.getByRole("button", { name: "Restore this organisation" }).click();
    await expect(page.getByText("The record is back")).toBeVisible();
    expect((await page.request.get(`/organisations/${slug}`)).status()).toBe(200);
  });
});
