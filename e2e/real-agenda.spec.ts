import { expect, test } from "./journey.ts";

const printed = [
  ["1", "", null],
  ["2", "", null],
  ["3", "", 4],
  ["4", "", null],
  ["5", "", null],
  ["6", "", null],
  ["7", "", null],
  ["8", "HWB", 11],
  ["9", "HWB", 16],
  ["10", "HWB/ICP", 19],
  ["11", "HWB/ICP", 75],
  ["12", "HWB/ICP", 81],
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
  for (const [number, marks, pageNumber] of printed) {
    const item = page.locator(`#item-${number}`);
    expect(await item.locator(".govuk-tag").allInnerTexts(), `marks of item ${number}`).toEqual(
      marks ? [marks] : [],
    );
    expect(await item.locator(".agenda__page").allInnerTexts(), `page of item ${number}`).toEqual(
      pageNumber ? [`Page ${pageNumber}`] : [],
    );
  }
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
