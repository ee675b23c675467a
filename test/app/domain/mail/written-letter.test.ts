import { describe, expect, test } from "vitest";
import type { Letter } from "#app/domain/mail/letter.ts";
import { writeLetter } from "#app/domain/mail/written-letter.ts";

const letter: Letter = {
  kind: "test",
  subject: "Is “Ladies' <b>Lunch</b>” still\r\nBcc: everybody@example.org right?",
  body: [
    "First line\nsecond line & more",
    { quote: "They said <script>alert(1)</script>\nand left" },
    { list: ["One", 'Two "quoted"'] },
    { link: { label: "Your account", path: "/account" } },
    { links: [{ label: "5 May & after", path: "/meetings/5" }] },
  ],
  action: { label: "Yes, it is", path: "/confirm/abc?x=1&y=2" },
  reason: "You get this mail because you keep this record.",
  stop: { label: "Get fewer", path: "/account/following" },
};

describe("a letter as text", () => {
  const { text, subject } = writeLetter(letter, "https://assembly.example.org");
  test("has every address written out, and the reason below", () => {
    expect(text).toContain("Yes, it is:\nhttps://assembly.example.org/confirm/abc?x=1&y=2\n");
    expect(text).toContain("Your account:\nhttps://assembly.example.org/account\n");
    expect(text).toContain(
      "-- \nYou get this mail because you keep this record.\nGet fewer: https://assembly.example.org/account/following\n",
    );
  });
  test("lists links a line each, with the address below its words", () => {
    expect(text).toContain("- 5 May & after:\n  https://assembly.example.org/meetings/5\n");
  });
  test("marks other people's words line by line", () => {
    expect(text).toContain("> They said <script>alert(1)</script>\n> and left");
  });
  test("has a subject of one line, whatever was typed into a name", () => {
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

describe("the same letter as HTML", () => {
  const { html } = writeLetter(letter, "https://assembly.example.org");
  test("lets no mark-up in", () => {
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<b>");
    expect(html).toContain("Ladies&#39; &lt;b&gt;Lunch&lt;/b&gt;");
  });
  test("has the same words, links and breaks", () => {
    expect(html).toContain("First line<br>second line &amp; more");
    expect(html).toContain('href="https://assembly.example.org/confirm/abc?x=1&amp;y=2"');
    expect(html).toContain(
      '<li><a href="https://assembly.example.org/meetings/5">5 May &amp; after</a></li>',
    );
    expect(html).toContain("<li>Two &quot;quoted&quot;</li>");
    expect(html).toContain("You get this mail because you keep this record.");
  });
});
