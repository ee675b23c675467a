import { type MetaFunction, redirect } from "@remix-run/node";
import { renewMyCalendar } from "#app/domain/meetings/calendar/feeds/my-feed.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async () => null);

export const action = signedIn(async (ctx) => {
  await renewMyCalendar(ctx);
  return redirect(paths.myCalendar({ did: "renew" }));
});

export const meta: MetaFunction = () => [{ title: titleFor("Make a new address?") }];

export default function Renewal() {
  return (
    <AskFirst
      title="Make a new address?"
      caption="Your meetings in your calendar"
      breadcrumbs={[
        { label: "Your account", href: paths.account() },
        { label: "Your calendar", href: paths.myCalendar() },
      ]}
      button="Make a new address"
      keep={{ label: "Keep the address I have", href: paths.myCalendar() }}
    >
      <p className="govuk-body">
        The address that you have now stops working at once, wherever it was passed on. Calendars that use it,
        yours too, stay as they are until you give them the new one.
      </p>
    </AskFirst>
  );
}
