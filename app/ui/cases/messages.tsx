import { formatDateTime } from "#app/ui/kit/dates/date-time.ts";
import { Prose } from "#app/ui/kit/show/prose.tsx";

interface MessagesProps {
  messages: readonly {
    id: string;
    at: string;
    side: "handler" | "asker";
    name: string | null;
    words: string;
  }[];
  /** What whoever raised the case is called, where they have no account. */
  asker: string;
}

/** Questions and answers, the first first. */
export function Messages({ messages, asker }: MessagesProps) {
  return (
    <ol className="govuk-list govuk-list--spaced">
      {messages.map(({ id, at, side, name, words }) => (
        <li key={id}>
          <p className="govuk-hint">
            {side === "handler" ? "Asked" : "Answered"} by {name ?? (asker || "whoever raised it")},{" "}
            {formatDateTime(at)}
          </p>
          <Prose text={words} />
        </li>
      ))}
    </ol>
  );
}
