import { Fragment, type ReactNode } from "react";

/**
 * Words that people typed, as paragraphs, lines and lists, with web and mail addresses made links.
 * There is no markup to inject: React escapes every piece, and only http, https and mailto become links.
 */
export function Prose({ text }: { text: string | null | undefined }) {
  const blocks = (text ?? "")
    .replaceAll("\r\n", "\n")
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== "");
  if (blocks.length === 0) return null;
  return (
    <div className="prose">
      {blocks.map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a text have no identity and pages do not hydrate
        <Block text={block.trim()} key={place} />
      ))}
    </div>
  );
}

const BULLET = /^\s*[-*•]\s+/;

function Block({ text }: { text: string }) {
  const lines = text.split("\n");
  if (lines.every((line) => BULLET.test(line))) {
    return (
      <ul className="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li key={line}>{linked(line.replace(BULLET, ""))}</li>
        ))}
      </ul>
    );
  }
  return (
    <p className="govuk-body">
      {lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no identity and pages do not hydrate
        <Fragment key={place}>
          {place > 0 && <br />}
          {linked(line)}
        </Fragment>
      ))}
    </p>
  );
}

/** Begins where a word does, and looks back over so many signs only: words of thousands of letters take no longer than others. */
const ADDRESS = /(https?:\/\/[^\s<>"]+|www\.[^\s<>"]+\.[^\s<>"]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/gi;
const TRAILING = /[.,;:!?'’”)\]]{1,20}$/;

function linked(line: string): ReactNode[] {
  return line.split(ADDRESS).flatMap((piece, place) => {
    if (place % 2 === 0) return piece;
    const tail = closing(piece);
    const address = tail ? piece.slice(0, -tail.length) : piece;
    const href = hrefOf(address);
    if (!href) return piece;
    return [
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line have no identity and pages do not hydrate
      <a className="govuk-link" href={href} rel="nofollow ugc" key={place}>
        {address}
      </a>,
      tail,
    ];
  });
}

/** Punctuation that ends the sentence, not the address; a bracket opened within the address stays. */
function closing(address: string): string {
  const tail = TRAILING.exec(address)?.[0] ?? "";
  return tail.startsWith(")") && address.includes("(") ? tail.slice(1) : tail;
}

function hrefOf(address: string): string | null {
  if (address.includes("@") && !address.includes("/")) return `mailto:${address}`;
  const whole = /^www\./i.test(address) ? `https://${address}` : address;
  return URL.canParse(whole) ? whole : null;
}
