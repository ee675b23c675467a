import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askAboutCase, findAsker } from "#app/domain/cases/ask-about-case.server.ts";
import { isOpen } from "#app/domain/cases/case.ts";
import { findCase } from "#app/domain/cases/find-case.server.ts";
import { AskAboutCase } from "#app/domain/cases/inputs.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { CaseForm } from "#app/ui/cases/case-form.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const found = await findCase(ctx, params.id ?? "");
  // Decided in another tab, or nobody left an address: the case's own page says so
  if (!isOpen(found) || (await findAsker(ctx, found)) === null) throw redirect(paths.case(found.id));
  return { id: found.id, kind: found.kind, title: found.title };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const form = await readForm(request, AskAboutCase);
  if (!form.ok) return form.reply;
  const done = await orFormReply(form.values, () => askAboutCase(ctx, params.id ?? "", form.value));
  return done.ok ? redirect(paths.case(done.value.id, { did: "ask" })) : done.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Ask a question") }];

export default function AskAboutCasePage() {
  const { kind: _, ...about } = useLoaderData<typeof loader>();
  return (
    <CaseForm
      {...about}
      heading="Ask a question"
      failed={useActionData<typeof action>()}
      field="question"
      label="Your question"
      hint="It goes to whoever raised this, by mail, with a link to answer. They need no account."
      button="Send the question"
    />
  );
}
