import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { zoneChoices } from "#app/domain/calendars/keeping/default-zone.ts";
import { findCalendarToChange } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import { ZoneForm } from "#app/domain/calendars/keeping/inputs.ts";
import { showCalendarToChange } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { saveZoneAndRead } from "#app/domain/meetings/calendar/keeping/read-now.server.ts";
import { readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { calendarCrumbs } from "#app/ui/calendars/kept-page.tsx";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { SelectField } from "#app/ui/kit/forms/choice.tsx";
import { fieldsOf, oneOf } from "#app/ui/kit/forms/form-state.ts";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { id, name, state, defaultZone } = await showCalendarToChange(ctx, params.id ?? "");
  if (state === "disconnected") throw redirect(paths.calendars.show(id));
  return { id, name, defaultZone };
});

export const action = signedIn(async (ctx, { request, params, address }) => {
  const id = params.id ?? "";
  await findCalendarToChange(ctx, id);
  const form = await readForm(request, ZoneForm);
  if (!form.ok) return form.reply;
  await throttle(ctx, "calendar-run", { address, account: ctx.actor.id });
  const report = await saveZoneAndRead(ctx, id, form.value.zone);
  const did = report && "outcome" in report && report.outcome !== "failed" ? "zone" : "zone-later";
  return redirect(paths.calendars.show(id, { did }));
});

export const meta: MetaFunction = () => [{ title: titleFor("Times without a time zone") }];

export default function CalendarZone() {
  const { id, name, defaultZone } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const page = paths.calendars.show(id);
  const zone = fieldsOf(failed, { zone: defaultZone })("zone");
  return (
    <AskFirst
      title="Times without a time zone"
      breadcrumbs={calendarCrumbs({ id, name })}
      errors={failed?.errors}
      button="Save"
      keep={{ label: "Leave it as it is", href: page }}
    >
      <p className="govuk-body">
        Most calendars say in which time zone their times are, and then nothing here matters. Change it only
        if times are wrong by the same number of hours again and again: where a time names no zone, or one
        that nobody knows, and the calendar itself says nothing either, it is read in the zone that you choose
        here.
      </p>
      <p className="govuk-body">
        The calendar is read again at once. Dates whose time becomes another move, and those who follow them
        are told.
      </p>
      <SelectField
        {...zone}
        label="Time zone"
        choices={[]}
        groups={zoneChoices([defaultZone, oneOf(zone.value)]).map(({ label, zones }) => ({
          label,
          choices: zones.map(({ name, words }) => ({ value: name, label: words })),
        }))}
      />
    </AskFirst>
  );
}
