import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isForApproval, isOpen } from "#app/domain/cases/case.ts";
import { findCase } from "#app/domain/cases/find-case.server.ts";
import { DeclineCase } from "#app/domain/cases/inputs.ts";
import { declineCase } from "#app/domain/upkeep/deciding/decide-case.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { CaseForm } from "#app/ui/cases/case-form.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const found = await findCase(ctx, params.id ?? "");
  // Decided in another tab, or by somebody else: the case's own page says so
  if (!isOpen(found) || !(isForApproval(found) || found.kind === "report"))
    throw redirect(paths.case(found.id));
  return { id: found.id, kind: found.kind, title: found.title };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const form = await readForm(request, DeclineCase);
  if (!form.ok) return form.reply;
  const done = await orFormReply(form.values, () => declineCase(ctx, params.id ?? "", form.value));
  return done.ok ? redirect(paths.case(done.value.id, { did: "decline" })) : done.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Decline") }];

export default function DeclineCasePage() {
  const { kind, ...about } = useLoaderData<typeof loader>();
  const isReport = kind === "report";
  return (
    <CaseForm
      {...about}
      heading={isReport ? "Nothing is wrong" : "Decline this"}
      failed={useActionData<typeof action>()}
      field="reason"
      label={isReport ? "Why nothing was changed" : "Why it is declined"}
      hint="They read these words in a mail. Say what would have to change, and whom they can ask."
      button={isReport ? "Close without a change" : "Decline"}
      manner={isReport ? "primary" : "warning"}
    />
  );
}
