import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";

/** For an address that a form is sent to, opened by itself: what was typed is not in it, so it is typed again. */
export function BeginAgain() {
  return (
    <Measure>
      <PageHeading
        title="Connect a calendar"
        breadcrumbs={[{ label: "Calendars", href: paths.calendars.all() }]}
        lead="Nothing was connected. Say once more where the calendar is kept: its address is a secret, so it is not part of this page’s."
      />
      <LinkButton href={paths.calendars.new()}>Begin again</LinkButton>
    </Measure>
  );
}
