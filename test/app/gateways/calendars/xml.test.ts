import fc from "fast-check";
import { expect, test } from "vitest";
import { readMultistatus } from "#app/gateways/calendars/multistatus.ts";
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

test("nothing that a server says makes it end otherwise than with rows or BadXml", () => {
  const words = fc.constantFrom(
    ...[
      "<",
      ">",
      "</",
      "/>",
      "&",
      ";",
      "<!DOCTYPE x>",
      "<![CDATA[",
      "]]>",
      "<!--",
      "-->",
      "<?xml version='1.0'?>",
      "'",
    ],
    ...[
      "<D:multistatus xmlns:D='DAV:'>",
      "</D:multistatus>",
      "<D:response>",
      "</D:response>",
      "<D:href>",
      "</D:href>",
    ],
    ...[
      "<D:propstat>",
      "<D:prop>",
      "<D:status>HTTP/1.1 404 x</D:status>",
      "<D:sync-token>",
      "xmlns:D=''",
      " ",
      "é",
      "\u0000",
    ],
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 4, arbitrary: words }, fc.string()), { maxLength: 40 }),
      (pieces) => {
        try {
          expect(readMultistatus(new TextEncoder().encode(pieces.join(""))).rows).toBeInstanceOf(Array);
        } catch (error) {
          if (!(error instanceof BadXml)) throw error;
        }
      },
    ),
    { numRuns: 2_000 },
  );
});
