import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonObjects } from "#app/domain/organisations/registers/extracts/json-objects.ts";

async function* piecesOf(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size = 7) {
  const found = [];
  for await (const one of jsonObjects(piecesOf(text, size))) found.push(one);
  return found;
}

test("a list is read alike however it is cut", async () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant('"{}\\[]"'));
  const list = fc.array(fc.dictionary(fc.string(), value), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(list, fc.integer({ min: 1, max: 40 }), async (objects, size) => {
      const text = JSON.stringify(objects);
      expect(await read(`\uFEFF${text}\r\n`, size)).toEqual(JSON.parse(text));
    }),
  );
});

test.each(['[{"a": 1}, {"b"', '[{"a": }]', `[{"a": "${"long ".repeat(60_000)}`])(
  "what breaks off or is no JSON is said to",
  async (text) => {
    await expect(read(text, 1000)).rejects.toThrow(SyntaxError);
  },
);
