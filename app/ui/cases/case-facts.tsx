import { formatDateTime, formatDay } from "#app/ui/kit/dates/date-time.ts";
import { Prose } from "#app/ui/kit/show/prose.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { Tag, type TagColour } from "#app/ui/kit/show/tag.tsx";
import { type CaseState, caseStates } from "#db/vocabulary-keeping.ts";
import type { ListedCase } from "./case-list.tsx";
import { whoseTurn } from "./case-words.ts";

const colours: Record<CaseState, TagColour> = {
  open: "blue",
  asked: "yellow",
  approved: "green",
  declined: "red",
  resolved: "green",
  withdrawn: "grey",
};

/** What the words of whoever decided are. */
const wordsFor: Record<CaseState, string> = {
  ...{ open: "", asked: "", approved: "What was said", withdrawn: "What was said" },
  ...{ declined: "Why", resolved: "What was done" },
};

interface CaseFactsProps {
  found: ListedCase & { fromName: string; fromEmail: string | null; reason: string };
  /** Names of those who keep the record now. */
  keepers: readonly string[];
}

/** Where a case stands, who raised it, and what came of it. */
export function CaseFacts({ found, keepers }: CaseFactsProps) {
  const { state, decidedAt, decidedBy, reason, fromName, fromEmail } = found;
  const isUpkeep = found.kind === "stale" || found.kind === "nobody-to-tell";
  return (
    <SummaryList
      rows={[
        { key: "State", value: <Tag colour={colours[state]}>{caseStates[state]}</Tag> },
        { key: "Whose turn", value: decidedAt ? "" : whoseTurn(found) },
        { key: "Since", value: formatDay(found.createdAt) },
        { key: "From", value: [fromName, fromEmail].filter(Boolean).join(", ") },
        {
          key: "Who keeps the record",
          value: keepers.length > 0 ? keepers.join(", ") : isUpkeep ? "Nobody with an account" : "Nobody yet",
        },
        {
          key: "Decided",
          value: decidedAt && [formatDateTime(decidedAt), decidedBy].filter(Boolean).join(" by "),
        },
        { key: wordsFor[state], value: reason && <Prose text={reason} /> },
      ]}
    />
  );
}
