import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerCase, findQuestion } from "#app/domain/cases/answer-case.server.ts";
import { AnswerCase } from "#app/domain/cases/inputs.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextareaField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Inset } from "#app/ui/kit/show/notice.tsx";
import { Prose } from "#app/ui/kit/show/prose.tsx";

export const loader = visitor(async (ctx, { params, url }) => {
  const asked = await findQuestion(ctx, params.token ?? "");
  return { asked, isAnswered: url.searchParams.get("did") === "answer" };
});

export const action = visitor(async (ctx, { request, params, address }) => {
  const form = await readForm(request, AnswerCase);
  if (!form.ok) return form.reply;
  await throttle(ctx, "case-answer", { address });
  const done = await orFormReply(form.values, () => answerCase(ctx, params.token ?? "", form.value));
  return done.ok ? redirect(paths.answerCase(params.token ?? "", { did: "answer" })) : done.reply;
});

export const headers = () => ({ "Cache-Control": "private, no-store" });

export const meta: MetaFunction = () => [
  { title: titleFor("A question for you") },
  { name: "robots", content: "noindex" },
];

export default function AnswerCasePage() {
  const { asked, isAnswered } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  if (!asked) return isAnswered ? <Thanks /> : <Over />;
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading title="A question for you" caption={asked.organisation} />
      <Inset>
        <Prose text={asked.question} />
      </Inset>
      <form method="post" noValidate>
        <TextareaField {...fieldsOf(failed)("answer")} label="Your answer" limit={4000} />
        <Button>Send your answer</Button>
      </form>
    </Measure>
  );
}

function Thanks() {
  return (
    <Measure>
      <PageHeading title="Thank you" lead="Your answer is with whoever asked. You hear from us by e-mail." />
    </Measure>
  );
}

function Over() {
  return (
    <Measure>
      <PageHeading
        title="This link has been used, or it is too old"
        lead="It may be that you have answered already, or that it was decided in the meantime."
      />
      <p className="govuk-body">
        Look for a later mail from us. If there is none, you can leave it: we ask again if we need to.
      </p>
    </Measure>
  );
}
