/** Tags that are lines of their own. */
const blocks = new Set(
  "p div br li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote hr section article".split(" "),
);
const silent = new Set("script style head title iframe object svg".split(" "));
const looksLikeHtml =
  /<\/?(?:html|body|p|div|br|span|a|b|i|u|em|strong|ul|ol|li|table|tr|td|h[1-6]|font|img|script|style|iframe)\b[^<>]*>/i;
const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  pound: "£",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  bull: "•",
  eacute: "é",
  copy: "©",
  euro: "€",
};

/** Calendar text as plain text: organisers' HTML becomes words and lines, and scripts go altogether. */
export function plainText(text: string, most = 20_000): string {
  const cut = text.slice(0, most);
  const plain =
    cut.includes("<") && looksLikeHtml.test(cut) ? decodeEntities(withoutTags(cut)) : decoded(cut);
  if (isTidy(plain)) return plain;
  return plain
    .replace(/[^\S\n]{2,}|[^\S\n ]/g, " ")
    .replace(/ \n ?|\n /g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Most texts are: Latin words with single spaces between, lines without white space at their ends. */
function isTidy(text: string): boolean {
  let [earlier, before] = [newline, newline];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === space) {
      if (before === space || before === newline) return false;
    } else if (code === newline) {
      if (before === space || (before === newline && earlier === newline)) return false;
    } else if (code < space || (code >= 0x7f && !isLetterOrSign(code))) return false;
    earlier = before;
    before = code;
  }
  return text === "" || (before !== space && before !== newline);
}

const [newline, space] = [10, 32];

/** Latin letters, and the dashes and quotation marks of print; white space of other kinds is none of them. */
const isLetterOrSign = (code: number): boolean =>
  (code > 0xa0 && code < 0x250) || (code >= 0x2010 && code <= 0x2027);

/** Websites put entities into plain titles, and escape whole texts twice. */
function decoded(text: string): string {
  const plain = text.includes("&") ? decodeEntities(text) : text;
  return plain !== text && looksLikeHtml.test(plain) ? withoutTags(plain) : plain;
}

/** Text for one line: a title or a place. */
export function oneLine(text: string, most = 500): string {
  const plain = plainText(text, most);
  return plain.includes("\n") ? plain.replace(/\s{2,}|[^\S ]/g, " ") : plain;
}

const tagName = /<\/?([a-z][a-z0-9]{0,18})/iy;

/** One pass from `<` to `>`, so that no text however odd takes longer than its length. */
function withoutTags(html: string): string {
  let text = "";
  let link: string | null = null;
  let small: string | null = null;
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf("<", at);
    if (open < 0) return text + html.slice(at);
    text += html.slice(at, open);
    tagName.lastIndex = open;
    const tag = tagName.exec(html)?.[1]?.toLowerCase();
    if (tag === undefined && !html.startsWith("<!", open)) {
      text += "<";
      at = open + 1;
      continue;
    }
    const close = html.indexOf(">", open);
    if (close < 0) return text;
    at = close + 1;
    if (tag && blocks.has(tag)) text += "\n";
    if (tag === "a") {
      if (link && !text.endsWith(link)) text += ` (${link})`;
      link = /href\s*=\s*["']?(https?:\/\/[^\s"'>]+)/i.exec(html.slice(open, close))?.[1] ?? null;
    }
    if (tag && silent.has(tag) && html[open + 1] !== "/") {
      small ??= html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
      at = endOfElement(small, tag, at);
    }
  }
  return text;
}

/** @param small The text in small letters, made once: there may be thousands of elements. */
function endOfElement(small: string, tag: string, from: number): number {
  const end = small.indexOf(`</${tag}`, from);
  const close = end < 0 ? -1 : small.indexOf(">", end);
  return close < 0 ? small.length : close + 1;
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : " ";
  });
}
