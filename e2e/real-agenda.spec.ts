import { expect, test } from "./journey.ts";

/** Number, title as printed, marks and page. The printed list breaks off after 14; 15 and 16 are from their reports. */
const printed = [
  ["1", "Apologies", "", null],
  ["2", "Chair's opening remarks", "", null],
  ["3", "HWB Minutes", "", 4],
  ["4", "Actions arising", "", null],
  ["5", "Declarations of interests", "", null],
  ["6", "Public Questions", "", null],
  ["7", "Urgent arising matters", "", null],
  ["8", "Amendments to HWB Terms of Reference", "HWB", 11],
  ["9", "Clinical Commissioning Group Annual reports", "HWB", 16],
  ["10", "Flourishing in Norfolk CYP Partnership Strategy", "HWB/ICP", 19],
  ["11", "Joint Health and Wellbeing Strategy update and next steps", "HWB/ICP", 75],
  ["12", "Prevention Research, Feedback from BritainThinks", "HWB/ICP", 81],
  ["13", "Formation and Development of the Norfolk and Waveney Integrated Care Partnership", "ICP", 142],
  ["14", "Developing our Integrated Care System Partnership", "ICP", 154],
  ["15", "Progress report on the Norfolk and Waveney VCSE Assembly", "ICP", null],
  ["16", "Norfolk and Waveney Integrated Care System response", "HWB/ICP", null],
] as const;

test("the agenda of 28 April 2022 stands as it was printed", async ({ page, request, step }) => {
  const answer = await (
    await request.get("/api/meetings?group=norfolk-hwb&from=2022-04-28&to=2022-04-28")
  ).json();
  const [meeting] = answer.meetings;
  await step("Its page has sixteen items in order.", async () => {
    await page.goto(new URL(meeting.agendaUrl).pathname);
    expect(await page.locator(".agenda__number").allInnerTexts()).toEqual(
      Array.from({ length: 16 }, (_, at) => `${at + 1}.`),
    );
  });
  for (const [number, title, marks, pageNumber] of printed) {
    const item = page.locator(`#item-${number}`);
    await expect(item.locator(".agenda__title")).toContainText(title);
    expect(await item.locator(".govuk-tag").allInnerTexts(), `marks of item ${number}`).toEqual(
      marks ? [marks] : [],
    );
    expect(await item.locator(".agenda__page").allInnerTexts(), `page of item ${number}`).toEqual(
      pageNumber ? [`Page ${pageNumber}`] : [],
    );
  }
  await step("It prints without the site round it.", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(page.locator("#item-16")).toBeVisible();
    await expect(page.getByRole("banner").getByRole("link", { name: "Find support" })).toBeHidden();
    await page.emulateMedia({ media: "screen" });
  });
  await step("Both bodies are named, with the time and the place.", async () => {
    await expect(page.getByText("Council Chamber, County Hall").first()).toBeVisible();
    await expect(page.getByText("9.30am to 12.30pm").first()).toBeVisible();
    await expect(
      page.getByRole("main").getByRole("link", { name: "Norfolk Health and Wellbeing Board" }).first(),
    ).toBeVisible();
  });
});

test("the partnership starts on rise of the board", async ({ page, request, step }) => {
  const answer = await (
    await request.get("/api/meetings?group=norfolk-and-waveney-icp&from=2022-04-28&to=2022-04-28")
  ).json();
  const own = answer.meetings.find(({ start }: { start: string | null }) => start === null);
  await step("Its page says so, with the way to the board's meeting.", async () => {
    await page.goto(new URL(own.url).pathname);
    await expect(page.getByText(/On rise of/).first()).toBeVisible();
  });
});
