import { expect, test } from "vitest";
import { devContext } from "#app/http/front/dev.server.ts";

test.each([
  ["npm run dev", "serve", "development", true],
  ["a build", "build", "production", false],
  ["the server that a build compiles routes with", "serve", "production", false],
] as const)("%s opens a database: %3$s", (_, command, mode, opens) => {
  const { apply } = devContext();
  const isApplied = typeof apply === "function" && apply({}, { command, mode });
  expect(isApplied).toBe(opens);
});
