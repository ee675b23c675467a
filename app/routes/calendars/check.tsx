import type { MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { doctorReply } from "#app/http/calendars/doctor.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { BeginAgain } from "#app/ui/calendars/begin-again.tsx";
import { Doctor, type DoctorPage } from "#app/ui/calendars/doctor.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

/** The form is sent here; opened by itself it leads back to the beginning. */
export const loader = signedIn(async () => null);

export const action = signedIn(async (ctx, door) => {
  await throttle(ctx, "calendar-check", { address: door.address, account: ctx.actor.id });
  return doctorReply(ctx, door);
});

export const meta: MetaFunction = () => [{ title: titleFor("Check a calendar") }];

export default function CheckCalendar() {
  const page = useActionData<DoctorPage>();
  return page ? <Doctor page={page} /> : <BeginAgain />;
}
