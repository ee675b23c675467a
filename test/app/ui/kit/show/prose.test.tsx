import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Prose } from "#app/ui/kit/show/prose.tsx";

const html = (text: string) => renderToStaticMarkup(<Prose text={text} />);

it("makes paragraphs, lines and lists", () => {
  expect(html("One\ntwo\r\n\r\n- a\n- b")).toBe(
    '<div class="prose"><p class="govuk-body">One<br/>two</p><ul class="govuk-list govuk-list--bullet"><li>a</li><li>b</li></ul></div>',
  );
});

it("links addresses without the sentence's own punctuation", () => {
  expect(html("See https://example.org/a_(b). Or (www.example.org), or me@example.org!")).toBe(
    '<div class="prose"><p class="govuk-body">See <a class="govuk-link" href="https://example.org/a_(b)" rel="nofollow ugc">https://example.org/a_(b)</a>. ' +
      'Or (<a class="govuk-link" href="https://www.example.org" rel="nofollow ugc">www.example.org</a>), ' +
      'or <a class="govuk-link" href="mailto:me@example.org" rel="nofollow ugc">me@example.org</a>!</p></div>',
  );
});

it.each(["javascript:alert(1)", "data:text/html,<b>", "vbscript:x", "https://"])("never links %s", (text) => {
  expect(html(text)).not.toContain("<a");
});

it("shows markup as the text it is", () => {
  expect(html('<script>alert("1")</script><img src=x onerror=alert(1)>')).not.toMatch(/<script|<img/);
});

it("links only to the web and mail, whatever is typed, and loses no word of it", () => {
  const pieces = fc.constantFrom(
    "https://",
    "www.",
    "a.b",
    "@",
    '"',
    "<",
    ">",
    "javascript:",
    ".",
    ")",
    "(",
    " ",
    "é",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (typed) => {
      const text = typed.join("").trim();
      const markup = html(text);
      for (const [, href] of markup.matchAll(/href="([^"]*)"/g))
        expect(href).toMatch(/^(https?:\/\/|mailto:)/);
      const plain = markup
        .replaceAll(/<[^>]*>/g, "")
        .replaceAll(/&quot;|&lt;|&gt;/g, (code) => ENTITIES[code] ?? "");
      expect(plain).toBe(text);
    }),
  );
});

const ENTITIES: Record<string, string> = { "&quot;": '"', "&lt;": "<", "&gt;": ">" };

it.each(["a".repeat(20_000), `a@${"b-".repeat(10_000)}`, `https://x/${").".repeat(9_900)}a`])(
  "takes no longer for words that strangers made long",
  (text) => {
    const began = performance.now();
    html(`${text}\n`.repeat(5));
    expect(performance.now() - began).toBeLessThan(1_000);
  },
);
