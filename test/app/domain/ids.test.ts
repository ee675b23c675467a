import { expect, test } from "vitest";
import { isId } from "#app/domain/ids.ts";

test("an id is a whole UUID in either case, and nothing around it", () => {
  const id = "01890a5d-ac96-774b-bcce-b302099a8057";
  expect(isId(id)).toBe(true);
  expect(isId(id.toUpperCase())).toBe(true);
  for (const text of [
    "",
    "new",
    id.slice(1),
    `${id}0`,
    ` ${id}`,
    `${id}\n`,
    id.replaceAll("-", ""),
    id.replace("a", "g"),
  ])
    expect(isId(text), text).toBe(false);
});
