import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { ConnectForm } from "#app/domain/calendars/doctor/inputs.ts";
import { connectChecked } from "#app/domain/meetings/calendar/keeping/connect-checked.server.ts";
import { doctorReply } from "#app/http/calendars/doctor.server.ts";
import { outside } from "#app/http/calendars/outside.server.ts";
import { type FormReply, orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { BeginAgain } from "#app/ui/calendars/begin-again.tsx";
import { Doctor, type DoctorPage } from "#app/ui/calendars/doctor.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

/** The form is sent here; opened by itself it leads back to the beginning. */
export const loader = signedIn(async () => null);

/** A form that cannot be taken comes back with the preview that it stood under. */
export const action = signedIn(async (ctx, door) => {
  await throttle(ctx, "calendar-check", { address: door.address, account: ctx.actor.id });
  const form = await readForm(door.request.clone(), ConnectForm);
  if (!form.ok) return doctorReply(ctx, door, ((await form.reply.json()) as FormReply).errors);
  const connected = await orFormReply(form.values, () => connectChecked(ctx, form.value, outside().read));
  if (connected.ok) return redirect(paths.calendars.show(connected.value.calendarId, { did: "connect" }));
  return doctorReply(ctx, door, ((await connected.reply.json()) as FormReply).errors);
});

export const meta: MetaFunction = () => [{ title: titleFor("Connect a calendar") }];

export default function ConnectCheckedCalendar() {
  const page = useActionData<DoctorPage>();
  return page ? <Doctor page={page} /> : <BeginAgain />;
}
