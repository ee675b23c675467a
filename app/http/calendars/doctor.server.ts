import { json } from "@remix-run/node";
import { type Checkup, checkSource } from "#app/domain/calendars/doctor/check-source.server.ts";
import { CheckForm, type SourceFields, type Way } from "#app/domain/calendars/doctor/inputs.ts";
import { findOwner, type Owner } from "#app/domain/calendars/keeping/owner.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { env } from "#app/env.server.ts";
import { outside } from "#app/http/calendars/outside.server.ts";
import { readUpload } from "#app/http/files/upload.server.ts";
import { type FormReply, orFormReply, readForm } from "#app/http/form.server.ts";

/** What the feed doctor's page is given: the form as it came, and what was found. */
export interface DoctorReply extends FormReply {
  owner: Owner;
  how: Way;
  checkup: Checkup | null;
}

interface Door {
  request: Request;
}

/**
 * Looks at the calendar of a posted form: 200 with what would come in, or 422 with what is to be mended.
 * `refused` are messages of the door itself, said beside the preview. The door has counted the attempt. Throws NotFound, NotAllowed.
 */
export async function doctorReply(
  ctx: Ctx & { actor: Person },
  door: Door,
  refused: Record<string, string> = {},
) {
  const form = await readForm(door.request.clone(), CheckForm);
  if (!form.ok) return form.reply;
  const { how } = form.value;
  const file = how === "file" && !form.value.sealed ? await fileOf(door.request) : null;
  const { values } = form;
  const checked = await orFormReply(values, () => checkSource(ctx, form.value, file, outside()));
  const owner = await findOwner(ctx, form.value.for);
  if (!checked.ok)
    return again({ ...((await checked.reply.json()) as FormReply), owner, how, checkup: null });
  const checkup = checked.value;
  if (checkup.sealed.length > env.BODY_LIMIT - room)
    return again({ errors: { file: tooLarge }, values: {}, owner, how, checkup: null });
  const { advice } = checkup;
  const errors = advice
    ? { [advice.isPassword ? "password" : fields[how]]: advice.problem }
    : { ...unchosen(form.value, checkup), ...refused };
  const reply = { errors, values: { ...carried(values), ...checkup.typed }, owner, how, checkup };
  return Object.keys(errors).length > 0 ? again(reply) : json<DoctorReply>(reply);
}

/** What the other fields of the form may take. */
const room = 20_000;

const tooLarge =
  "This file is too large to be connected. Export fewer years of it, or give the address of the calendar instead.";

/** Sent from the page that asks which calendar is meant, without an answer. */
const unchosen = ({ sealed, collection }: SourceFields, { choices }: Checkup): Record<string, string> =>
  sealed && !collection && choices.length > 0 ? { collection: "Choose one of the calendars" } : {};

const fields: Record<Way, string> = { address: "address", caldav: "server", file: "file" };

const again = (reply: DoctorReply) => json<DoctorReply>(reply, { status: 422 });

async function fileOf(request: Request) {
  const file = await orFormReply({}, () => readUpload(request, "file", "Choose the calendar file"));
  return file.ok ? file.value : null;
}

/** What was sealed is carried by the check-up anew; a password is never sent back. */
function carried({ sealed: _, password: __, ...values }: Record<string, string>): Record<string, string> {
  return values;
}
