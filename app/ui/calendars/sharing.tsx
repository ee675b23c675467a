import type { KeptCalendar } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/kit/forms/button.tsx";
import { Inset, Notice } from "#app/ui/kit/show/notice.tsx";

type Shared = Pick<KeptCalendar, "groups" | "mayChangeForAll" | "askWhom">;

/** On a joint calendar, for who does not run all of its groups: what is theirs to change, and whom to ask about the rest. */
export function Sharing({ calendar }: { calendar: KeptCalendar }) {
  const others = calendar.groups.filter(({ isMine }) => !isMine).map(({ name }) => name);
  if (others.length === 0) return null;
  const withOthers = <p className="govuk-body">You share this calendar with {inWords(others)}.</p>;
  if (calendar.mayChangeForAll)
    return (
      <Inset>
        {withOthers}
        <p className="govuk-body">
          You connected it, so you may say where it is kept, pause it and disconnect it. That holds for them,
          too: tell them first.
        </p>
      </Inset>
    );
  const isOne = calendar.groups.length - others.length === 1;
  return (
    <Inset>
      {withOthers}
      <p className="govuk-body">
        You can have it read, say which of its events are meetings of your {isOne ? "group" : "groups"}, and
        take your {isOne ? "group" : "groups"} out of it.
      </p>
      <p className="govuk-body">
        To say where it is kept, to pause or disconnect it, or to decide what it asks, {whomToAsk(calendar)}.
      </p>
    </Inset>
  );
}

/** "ask Ada Larter, who connected it" */
export const whomToAsk = ({ askWhom }: Pick<Shared, "askWhom">): string =>
  askWhom
    ? `ask ${askWhom}, who connected it`
    : "ask the Assembly team, as none of those who keep it connected it";

/** A password goes on working after its owner's role has ended, until they take it back. */
export function PasswordLeft({ calendar }: { calendar: KeptCalendar }) {
  const { id, isPasswordLeft, connectedBy, mayChangeForAll } = calendar;
  if (!isPasswordLeft) return null;
  return (
    <Notice label="A new password, please">
      <p className="govuk-notification-banner__heading">
        This calendar is read with a password of {connectedBy ?? "somebody"}, who does not keep it any more.
      </p>
      <p className="govuk-body">
        It works until they take it back. Use an app password of somebody who keeps this calendar now.
      </p>
      {mayChangeForAll ? (
        <LinkButton href={paths.calendars.deed(id, "source")}>Give a new password</LinkButton>
      ) : (
        <p className="govuk-body">To have it changed, {whomToAsk(calendar)}.</p>
      )}
    </Notice>
  );
}

const inWords = (names: readonly string[]): string =>
  names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
