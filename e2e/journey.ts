import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

type Step = (sentence: string, act: () => Promise<unknown>) => Promise<void>;

/**
 * A journey is a list of sentences. After each one nothing may stick out of the page in front of the reader, narrow and
 * wide, and axe looks at it: narrow or wide, light or dark, turn and turn about. `test.use({ looks: [] })` leaves it out.
 */
export const test = base.extend<{ step: Step; looks: readonly (readonly Look[])[] }>({
  looks: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled ? turns : []),
  step: async ({ page, looks }, use, { title }) => {
    // Where a test has one step, its title says which turn is its own
    let taken = title.length;
    await use((sentence, act) =>
      base.step(sentence, async () => {
        await act();
        for (const look of looks[taken++ % looks.length] ?? []) await expectNoBarriers(page, look);
        if (looks.length > 0) for (const width of [320, 1280]) await expectNothingSticksOut(page, width);
      }),
    );
  },
});

export { expect };

export interface Look {
  width: number;
  colorScheme: "light" | "dark";
}

const turns: readonly (readonly Look[])[] = [
  [{ width: 320, colorScheme: "light" }],
  [{ width: 1280, colorScheme: "dark" }],
  [{ width: 320, colorScheme: "dark" }],
  [{ width: 1280, colorScheme: "light" }],
];

/** All rules run; only what they find against the page is described, not each element that is in order. */
const barriers: Parameters<AxeBuilder["options"]>[0] = { resultTypes: ["violations"] };

async function expectNoBarriers(page: Page, { width, colorScheme }: Look) {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  const { violations } = await new AxeBuilder({ page }).options(barriers).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(found, `axe at ${width} px, ${colorScheme}, on ${page.url()}`).toEqual([]);
}

async function expectNothingSticksOut(page: Page, width: number) {
  await page.setViewportSize({ width, height: 800 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `nothing sticks out at ${width} px on ${page.url()}`).toBeLessThanOrEqual(0);
}

/** Every look at each step: for a walk that comes by a page only once. */
export const everyLook = turns.flat();

/** The password of every demonstration account, as `npm start` prints it. */
const PASSWORD = "wherry-and-reed-bed";

export async function signInAs(page: Page, email: string, next?: string) {
  await page.goto(next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
}
