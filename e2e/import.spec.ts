import { expect, signInAs, test } from "./journey.ts";

/** Names of its own for each project, so that the second run finds none of the first. */
function fileFor(project: string) {
  const mark = `${project} ${Date.now()}`;
  const text = `name,kind,places,email,charity number,Shoe size
Gwŷr a Merched ${mark},Charity,Norwich,choir@example.org,,9
,Charity,Norwich,,,
Riverside Suppers ${mark},Chartiy,Narnia,not an address,12,
MAP,Charity,Norwich,,,
`;
  const file = { name: `${project}.csv`, mimeType: "text/csv", buffer: Buffer.from(text) };
  return { file, good: `Gwŷr a Merched ${mark}` };
}

test("a file of organisations is checked, and its good rows are written", async ({ page, step }, info) => {
  const { file, good } = fileFor(info.project.name);
  const main = page.getByRole("main");
  await step("An administrator opens the page for imports.", async () => {
    await signInAs(page, "admin@example.org", "/team/organisations");
    await page.getByRole("link", { name: "Import a file" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Import organisations" })).toBeVisible();
  });
  await step("They forget the file, and are asked for it.", async () => {
    await page.getByRole("button", { name: "Check this file" }).click();
    await expect(page.getByRole("link", { name: "Choose the CSV file to check" })).toBeVisible();
    await expect(page).toHaveTitle(/^Error: /);
  });
  await step("They send one, and see each fault with its row, column and reason.", async () => {
    await page.getByLabel("A CSV file").setInputFiles(file);
    await page.getByRole("button", { name: "Check this file" }).click();
    await expect(main).toContainText("Nothing has been written yet");
    await expect(main).toContainText("“Shoe size”");
    const faults = page.getByRole("table", { name: "Faults by row" });
    for (const words of ["Enter the name", "There is no such kind", "called “Narnia”", "6 or 7 digits"]) {
      await expect(faults.getByRole("row").filter({ hasText: words })).toHaveCount(1);
    }
  });
  await step("They see which row may be there already.", async () => {
    const likely = page.getByRole("table", { name: "Likely duplicates by row" });
    await expect(likely.getByRole("row").filter({ hasText: "MAP" })).toHaveCount(1);
  });
  await step("They choose the good rows, without the likely duplicate.", async () => {
    await page.getByRole("link", { name: "Choose what to write" }).click();
    await expect(page.getByLabel("Every good row but likely duplicates")).toBeChecked();
  });
  await step("They write them, and see what was written.", async () => {
    await page.getByRole("button", { name: "Write these rows" }).click();
    await expect(async () => {
      await page.reload();
      await expect(main).toContainText("1 added", { timeout: 500 });
    }).toPass();
    await expect(main).toContainText("3 rows left out");
  });
  await step("The new organisation is in the list, and everybody finds it.", async () => {
    await page.goto(`/team/organisations?q=${encodeURIComponent(good)}`);
    await page.getByRole("link", { name: good, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: good })).toBeVisible();
  });
});

test("two records become one, and two again", async ({ page, step }, info) => {
  const [from, into] =
    info.project.name === "wide" ? ["rest-hub", "menscraft"] : ["the-twelfth-man", "norwich-mens-shed"];
  await step("An administrator looks for the record that is the same.", async () => {
    await signInAs(page, "admin@example.org", `/organisations/${into}/merge`);
    await page.getByLabel("Name, or the last part of its address").fill(from);
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page.getByRole("main")).toContainText(from);
  });
  await step("They see both side by side, and what would move.", async () => {
    await page.goto(`/organisations/${into}/merge?from=${from}`);
    await expect(page.getByRole("heading", { name: "What moves" })).toBeVisible();
  });
  await step("They merge them.", async () => {
    await page.getByRole("button", { name: /^Merge into/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Two records are one" })).toBeVisible();
  });
  await step("The old address leads to the one that stayed.", async () => {
    await page.goto(`/organisations/${from}`);
    await expect(page).toHaveURL(new RegExp(`/organisations/${into}$`));
  });
  await step("They undo it, and both are there again.", async () => {
    await page.goto(`/organisations/${into}/merge`);
    await page
      .getByRole("link", { name: /^Look at it or undo it/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Undo this merge" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "The merge is undone" })).toBeVisible();
    await page.goto(`/organisations/${from}`);
    await expect(page).toHaveURL(new RegExp(`/organisations/${from}$`));
  });
});

test("nobody else may import", async ({ page }) => {
  await signInAs(page, "icb@example.org");
  expect((await page.goto("/team/organisations/import"))?.status()).toBe(404);
  expect((await page.goto("/organisations/map/merge"))?.status()).toBe(404);
});
