import type { CalendarPart, Letter, Piece } from "./letter.ts";

export interface WrittenLetter {
  subject: string;
  text: string;
  html: string;
  calendar?: CalendarPart;
}

const SIGNED = "Assembly: the directory and diary of the voluntary sector in Norfolk and Waveney";

/**
 * A letter as text and as HTML with the same words. `site` is the origin of our pages, without a slash at its end.
 * The HTML needs no picture and no style sheet, and reads well in the dark.
 */
export function writeLetter(letter: Letter, site: string): WrittenLetter {
  const { action, reason, stop } = letter;
  const link = action && { label: action.label, address: site + action.path };
  const text = [
    ...letter.body.map((piece) => textOf(piece, site)),
    ...(link ? [`${link.label}:\n${link.address}`] : []),
    `-- \n${reason}\n${stop ? `${stop.label}: ${site}${stop.path}\n` : ""}${SIGNED}\n${site}`,
  ].join("\n\n");
  const html = page(
    letter.subject,
    [
      ...letter.body.map((piece) => htmlOf(piece, site)),
      ...(link ? [button(link)] : []),
      `<hr style="border:0;border-top:1px solid #8a8f98;margin:28px 0 16px">`,
      `<p style="margin:0;font-size:14px;line-height:1.5">${escaped(reason)}<br>${stop ? `<a href="${escaped(site + stop.path)}">${escaped(stop.label)}</a><br>` : ""}${escaped(SIGNED)}<br><a href="${escaped(site)}">${escaped(site)}</a></p>`,
    ].join("\n"),
  );
  const written = { subject: oneLine(letter.subject), text: `${text}\n`, html };
  return letter.calendar ? { ...written, calendar: letter.calendar } : written;
}

function textOf(piece: Piece, site: string): string {
  if (typeof piece === "string") return piece;
  if ("quote" in piece)
    return piece.quote
      .split("\n")
      .map((line) => `> ${line}`)
      .join("\n");
  if ("list" in piece) return piece.list.map((line) => `- ${line}`).join("\n");
  if ("links" in piece)
    return piece.links.map(({ label, path }) => `- ${label}:\n  ${site}${path}`).join("\n");
  return `${piece.link.label}:\n${site}${piece.link.path}`;
}

function htmlOf(piece: Piece, site: string): string {
  if (typeof piece === "string") return `<p style="margin:0 0 16px">${lines(piece)}</p>`;
  if ("quote" in piece)
    return `<blockquote style="margin:0 0 16px;padding-left:12px;border-left:4px solid #8a8f98">${lines(piece.quote)}</blockquote>`;
  if ("list" in piece)
    return `<ul style="margin:0 0 16px;padding-left:24px">${piece.list.map((line) => `<li>${lines(line)}</li>`).join("")}</ul>`;
  if ("links" in piece)
    return `<ul style="margin:0 0 16px;padding-left:24px">${piece.links.map((link) => `<li>${anchor(link, site)}</li>`).join("")}</ul>`;
  return `<p style="margin:0 0 16px">${anchor(piece.link, site)}</p>`;
}

const anchor = ({ label, path }: { label: string; path: string }, site: string): string =>
  `<a href="${escaped(site + path)}">${escaped(label)}</a>`;

/** The address stands below the button too: some programs show no buttons, and people like to see where they go. */
function button({ label, address }: { label: string; address: string }): string {
  return `<p style="margin:24px 0 12px"><a href="${escaped(address)}" style="display:inline-block;padding:12px 20px;background:#0b5c4b;color:#ffffff;text-decoration:none;border-radius:4px;font-weight:bold">${escaped(label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;word-break:break-all">${escaped(address)}</p>`;
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(title)}</title></head>
<body style="margin:0;padding:24px;font-family:Arial,Helvetica,sans-serif;font-size:17px;line-height:1.5">
<div style="max-width:600px">
${content}
</div>
</body>
</html>
`;
}

const lines = (text: string) => escaped(text).replaceAll("\n", "<br>");

/** A header of a mail is one line, whatever somebody typed into a name. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
