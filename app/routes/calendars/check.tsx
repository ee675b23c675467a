import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { doctorReply } from "#app/http/calendars/doctor.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Doctor, type DoctorPage } from "#app/ui/calendars/doctor.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

/** The address of a form that was sent, opened by itself. */
export const loader = signedIn(async () => redirect(paths.calendars.new()));

export const action = signedIn((ctx, door) => doctorReply(ctx, door));

export const meta: MetaFunction = () => [{ title: titleFor("Check a calendar") }];

export default function CheckCalendar() {
  const page = useActionData<DoctorPage>();
  return page ? <Doctor page={page} /> : null;
}
