import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isForApproval, isOpen } from "#app/domain/cases/case.ts";
import { findCase } from "#app/domain/cases/find-case.server.ts";
import { ResolveCase } from "#app/domain/cases/inputs.ts";
import { resolveCase } from "#app/domain/upkeep/deciding/decide-case.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { CaseForm } from "#app/ui/cases/case-form.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const found = await findCase(ctx, params.id ?? "");
  // Decided in another tab, or by somebody else: the case's own page says so
  if (!isOpen(found) || isForApproval(found)) throw redirect(paths.case(found.id));
  return { id: found.id, kind: found.kind, title: found.title };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const form = await readForm(request, ResolveCase);
  if (!form.ok) return form.reply;
  const done = await orFormReply(form.values, () => resolveCase(ctx, params.id ?? "", form.value));
  return done.ok ? redirect(paths.case(done.value.id, { did: "resolve" })) : done.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Say what you did") }];

export default function ResolveCasePage() {
  const { kind, ...about } = useLoaderData<typeof loader>();
  return (
    <CaseForm
      {...about}
      heading="Say what you did"
      failed={useActionData<typeof action>()}
      field="outcome"
      label="What you found, and what you did"
      hint={
        kind === "report"
          ? "If whoever told us left an address, they read these words in a mail."
          : "The Assembly team reads this, and whoever handles the record next."
      }
      button="Close this case"
    />
  );
}
