import { expect, test } from "vitest";
import { assembly } from "#test/setup/terminal.ts";

test("without a command it tells which there are", async () => {
  const { exitCode, said } = await assembly();
  expect(exitCode).toBe(0);
  expect(said).toContain("calendar preview");
  expect((await assembly("--help")).said).toBe(said);
});

test.each([["calendar"], ["calendar", "prewiev"], ["diary", "preview"], ["constructor"]])(
  "%s %s is not a command, and it says which are",
  async (...args) => {
    const { exitCode, said, complained } = await assembly(...args);
    expect({ exitCode, said }).toEqual({ exitCode: 1, said: "" });
    expect(complained).toContain(`There is no command “${args.join(" ")}”`);
    expect(complained).toContain("“calendar preview”");
  },
);

test("--help of a command tells what it takes and does nothing", async () => {
  const { exitCode, said } = await assembly("calendar", "preview", "/nowhere", "--help");
  expect(exitCode).toBe(0);
  expect(said).toMatch(/^Usage: npm run assembly -- calendar preview FILE-OR-URL/);
});

test("an option that there is not is named in one line", async () => {
  const { exitCode, complained } = await assembly("calendar", "preview", "x.ics", "--since", "2026-01-01");
  expect(exitCode).toBe(1);
  expect(complained).toBe("Unknown option '--since'. --help says what can be given.");
});
