import { expect, test } from "vitest";
import { seal, unseal } from "#app/gateways/secret-box.server.ts";

test("a sealed text opens again, and looks different every time", () => {
  const secret = "JBSWY3DPEHPK3PXP – pâssword";
  const [once, twice] = [seal(secret), seal(secret)];
  expect([unseal(once), unseal(twice)]).toEqual([secret, secret]);
  expect(once).not.toBe(twice);
  expect(once).not.toContain("JBSWY3DP");
});

test("a text that was changed does not open", () => {
  const parts = seal("secret").split(".");
  for (const place of [1, 2, 3]) {
    const changed = parts.map((part, at) =>
      at === place ? (part[0] === "A" ? "B" : "A") + part.slice(1) : part,
    );
    expect(() => unseal(changed.join("."))).toThrow();
  }
  expect(() => unseal("nothing sealed")).toThrow();
});

test("a text that was sealed for one purpose does not open for another", () => {
  const checked = seal("https://diary.example/secret.ics", "calendar check");
  expect(unseal(checked, "calendar check")).toBe("https://diary.example/secret.ics");
  expect(() => unseal(checked)).toThrow();
  expect(() => unseal(seal("JBSWY3DPEHPK3PXP"), "calendar check")).toThrow();
});
