import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/kit/frame/page.tsx";
import { Inset } from "#app/ui/kit/show/notice.tsx";
import { Prose } from "#app/ui/kit/show/prose.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { Table } from "#app/ui/kit/show/table.tsx";
import type { RecordState } from "#db/vocabulary.ts";
import type { CaseKind } from "#db/vocabulary-keeping.ts";

interface Likely {
  id: string;
  slug: string;
  name: string;
  state: RecordState;
  why: string;
  where: string;
}

export interface ShownPreview {
  about: { name: string; page: string | null; preview: string | null; edit: string | null };
  lines: readonly { label: string; value: string }[];
  differences: readonly { label: string; before: string; after: string }[];
  duplicates: readonly Likely[];
}

const titles: Record<CaseKind, string> = {
  registration: "What they say",
  claim: "What they say",
  change: "What changes",
  report: "What they say",
  stale: "What is not confirmed",
  "nobody-to-tell": "What is not confirmed",
};

/** Whose lines are the record itself, as it is at the moment of reading. */
const isRead: Partial<Record<CaseKind, boolean>> = {
  registration: true,
  stale: true,
  "nobody-to-tell": true,
};

const advice: Partial<Record<CaseKind, string>> = {
  claim:
    "Check by a way that only the organisation has: its published phone number, its own e-mail address or web page. Do not use what is written here alone.",
  stale:
    "Get in touch with them and ask whether the record is still right. If it is, confirm it for them; otherwise the page goes on saying that it is not confirmed.",
  "nobody-to-tell":
    "Nobody was told, because there is no account and no address, or because the network has no lead. Ask them yourself and confirm it for them, find somebody who can keep the record, or take it down if it is closed.",
};

/** What a handler needs to see in order to decide. */
export function CasePreview({
  kind,
  preview,
  isDecided,
}: {
  kind: CaseKind;
  preview: ShownPreview;
  isDecided: boolean;
}) {
  const { about, lines, differences, duplicates } = preview;
  return (
    <>
      <Duplicates duplicates={duplicates} />
      <Section title={titles[kind]}>
        {isDecided && isRead[kind] && (
          <Inset>This is how the record stands now. What changed since is in its history.</Inset>
        )}
        {advice[kind] && !isDecided && <Inset>{advice[kind]}</Inset>}
        {differences.length > 0 && <BeforeAndAfter differences={differences} />}
        <SummaryList
          rows={lines.map(({ label, value }) => ({ key: label, value: <Prose text={value} /> }))}
        />
        <Links about={about} />
      </Section>
    </>
  );
}

function Links({ about }: Pick<ShownPreview, "about">) {
  const links = [
    { label: `The page of ${about.name}`, href: about.page },
    { label: "See the page as people will see it", href: about.preview },
    { label: `Change what ${about.name} says`, href: about.edit },
  ];
  return links.map(
    ({ label, href }) =>
      href && (
        <p className="govuk-body" key={href}>
          <a className="govuk-link" href={href}>
            {label}
          </a>
        </p>
      ),
  );
}

function BeforeAndAfter({ differences }: Pick<ShownPreview, "differences">) {
  return (
    <Table
      caption="Published now, and as asked"
      captionHidden
      columns={["What", "Published now", "As asked"]}
      rows={differences.map(({ label, before, after }) => ({
        key: label,
        cells: [label, before || "Nothing", after || "Nothing"],
      }))}
    />
  );
}

function Duplicates({ duplicates }: Pick<ShownPreview, "duplicates">) {
  if (duplicates.length === 0) return null;
  return (
    <Section title="It may be here already">
      <ul className="govuk-list govuk-list--bullet">
        {duplicates.map(({ id, slug, name, state, why, where }) => (
          <li key={id}>
            {state === "waiting" ? name : <a href={paths.organisation(slug)}>{name}</a>}
            {where && `, ${where}`} ({why}
            {state === "waiting" && ", waits for approval too"})
          </li>
        ))}
      </ul>
    </Section>
  );
}
