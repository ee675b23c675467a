import { redirect } from "@remix-run/node";
import { ReportMistake } from "#app/domain/cases/inputs.ts";
import type { Ctx } from "#app/domain/context.ts";
import type { RecordAtHand } from "#app/domain/upkeep/about-record.server.ts";
import { reportRecord } from "#app/domain/upkeep/reporting/report-record.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import type { Door } from "#app/http/gates.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";

/** A field that people do not see. What fills it in is no person, is thanked like one, and leaves nothing behind. */
export const HONEYPOT = "homepage";

/** "Something is wrong here" on a record of any noun: three doors, one deed. */
export async function takeReport(ctx: Ctx, noun: RecordAtHand["noun"], { request, params, address }: Door) {
  const form = await readForm(request, ReportMistake);
  if (!form.ok) return form.reply;
  const thanks = redirect(paths.report(noun, params.slug ?? "", { did: "report" }));
  if (form.values[HONEYPOT]) return thanks;
  await throttle(ctx, "report", { address, account: form.value.email ?? undefined });
  const taken = await orFormReply(form.values, () => reportRecord(ctx, noun, params.slug ?? "", form.value));
  return taken.ok ? thanks : taken.reply;
}
