import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const source = readFileSync(new URL("../../../app/styles/_palette.scss", import.meta.url), "utf8");

/** Texts, and what each is ever set on: WCAG 1.4.3 asks for 4.5:1. */
const TEXTS: Record<string, readonly string[]> = {
  ink: ["paper", "surface", "wash", "brand-wash", "sky-low", "sea", "error-wash", ...regions()],
  "ink-soft": ["paper", "surface", "wash"],
  link: ["paper", "surface", "wash", "brand-wash", "error-wash"],
  "link-visited": ["paper", "surface", "wash", "brand-wash"],
  "link-hover": ["paper", "surface", "wash", "brand-wash"],
  "brand-ink": ["brand", "brand-strong", "success"],
  "accent-ink": ["accent"],
  "focus-ink": ["focus"],
  error: ["paper", "surface", "wash"],
  "error-ink": ["error", "error-strong"],
  success: ["paper", "surface"],
  "tag-grey-ink": ["tag-grey"],
  "tag-green-ink": ["tag-green"],
  "tag-yellow-ink": ["tag-yellow"],
  "tag-red-ink": ["tag-red"],
  "tag-blue-ink": ["tag-blue"],
  "tag-purple-ink": ["tag-purple"],
};

/** Edges one must see to use a thing: WCAG 1.4.11 asks for 3:1. */
const EDGES: Record<string, readonly string[]> = {
  "line-strong": ["paper", "surface", "wash"],
  error: ["paper", "surface"],
  brand: ["paper", "surface", "wash"],
  link: ["paper", "surface", "wash"],
  accent: ["paper", "surface"],
};

describe.each(["light", "dark"])("in the %s palette", (name) => {
  const colours = palette(name);

  it.each(pairs(TEXTS))("%s on %s can be read", (text, ground) => {
    expect(contrast(colour(colours, text), colour(colours, ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(EDGES))("%s on %s can be made out", (edge, ground) => {
    expect(contrast(colour(colours, edge), colour(colours, ground))).toBeGreaterThanOrEqual(3);
  });
});

it("has every colour in both palettes", () => {
  expect([...palette("dark").keys()]).toEqual([...palette("light").keys()]);
});

it("computes contrast as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

function regions(): string[] {
  return [...source.matchAll(/"(region-\w+)"/g)].map(([, region = ""]) => region);
}

function palette(name: string): Map<string, string> {
  const map = new RegExp(`\\$${name}: \\(([^)]*)\\);`).exec(source)?.[1] ?? "";
  return new Map(
    [...map.matchAll(/"([\w-]+)": (#[0-9a-f]{6}),/g)].map(([, key = "", hex = ""]) => [key, hex]),
  );
}

function pairs(table: Record<string, readonly string[]>): [string, string][] {
  return Object.entries(table).flatMap(([over, grounds]) =>
    [...new Set(grounds)].map((ground): [string, string] => [over, ground]),
  );
}

function colour(colours: Map<string, string>, name: string): string {
  const hex = colours.get(name);
  if (!hex) throw new Error(`The palette has no "${name}"`);
  return hex;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
