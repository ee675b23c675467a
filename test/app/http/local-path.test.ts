import fc from "fast-check";
import { expect, test } from "vitest";
import { localPath } from "#app/http/local-path.ts";

test.each(["/account", "/meetings/1/items/new", "/search?q=food&page=2", "/places/norwich?a=//b"])(
  "keeps our own %s",
  (path) => expect(localPath(path)).toBe(path),
);

test.each([
  "",
  "account",
  "https://evil.example/",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  " //evil.example",
  "/./\\evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "javascript:alert(1)",
  "http:evil.example",
])("refuses %j", (text) => expect(localPath(text)).toBeNull());

test("whatever is typed, a browser stays on our own site", () => {
  const pieces = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "\t",
    "\n",
    "@",
    ":",
    "evil.example",
    "http:",
    "%2F",
    "?",
    "#",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 8 }), (parts) => {
      const path = localPath(parts.join(""));
      if (path !== null)
        expect(new URL(path, "https://assembly.example").origin).toBe("https://assembly.example");
    }),
  );
});
