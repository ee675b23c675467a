import { expect, test } from "vitest";
import { BadXml, childOf, escaped, readXml, textOf } from "#app/gateways/calendars/xml.ts";

test("elements are known by their namespace, whatever prefix a server likes", () => {
  for (const xml of ["<a xmlns='DAV:'><href>x</href></a>", "<z:a xmlns:z='DAV:'><z:href>x</z:href></z:a>"]) {
    expect(textOf(childOf(readXml(xml), "DAV: href"))).toBe("x");
  }
});

test("the five entities, characters by number and CDATA are read, any other entity is refused", () => {
  expect(readXml("<a>&lt;&amp;&#233;<![CDATA[<b>]]></a>").text).toBe("<&é<b>");
  expect(() => readXml("<a>&nbsp;</a>")).toThrow(BadXml);
});

test("depth and number have an end", () => {
  expect(() => readXml("<a>".repeat(100) + "</a>".repeat(100))).toThrow("too much");
  expect(() => readXml(`<a>${"<b/>".repeat(300_001)}</a>`)).toThrow("too much");
});

test("what is written is read again as it was", () => {
  const text = `<d:href>&"'</d:href>`;
  expect(readXml(`<a>${escaped(text)}</a>`).text).toBe(text);
});
