import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findNamesBySlug } from "#app/domain/organisations/record/names-by-slug.server.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import { findRegistration } from "#app/domain/organisations/registration/find-registration.server.ts";
import { canStillChange, tasksOf } from "#app/domain/organisations/registration/registration.ts";
import { visitor } from "#app/http/gates.server.ts";
import { heldRegistration } from "#app/http/registration-cookie.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import { LinkButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done, Inset } from "#app/ui/kit/show/notice.tsx";
import { Tag } from "#app/ui/kit/show/tag.tsx";
import { TaskList } from "#app/ui/kit/show/task-list.tsx";
import { RegistrationAnswers } from "#app/ui/organisations/registering/answers.tsx";

export const loader = visitor(async (ctx, { request, params, url }) => {
  const registration = await findRegistration(ctx, heldRegistration(request, params.id));
  const record = await readRecord(ctx, registration.organisationId);
  const did = url.searchParams.get("did");
  const sent = canStillChange(registration) ? null : { record, names: await findNamesBySlug(ctx) };
  return { registration, tasks: tasksOf(registration, record), sent, did };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(`Register ${data?.registration.name ?? "your organisation"}`) },
];

const done: Record<string, string> = {
  begin: "Your registration has begun, and is saved.",
  saved: "Saved.",
  continue: "This device holds your registration now.",
  mail: "The link is on its way to you by e-mail.",
  sent: "Your registration is sent. A letter of receipt is on its way to you.",
};

export default function RegistrationTasks() {
  const { registration, tasks, sent, did } = useLoaderData<typeof loader>();
  const message = did && done[did];
  return (
    <Measure>
      {message && <Done>{message}</Done>}
      <PageHeading title={registration.name} caption="Register your organisation" />
      {sent ? <Sent {...sent} /> : <OpenTasks tasks={tasks} id={registration.id} />}
    </Measure>
  );
}

function OpenTasks({ tasks, id }: { tasks: ReturnType<typeof tasksOf>; id: string }) {
  const finished = tasks.filter(({ isDone }) => isDone).length;
  const { decidedAt } = useLoaderData<typeof loader>().registration;
  return (
    <>
      {decidedAt && (
        <Inset>
          It came back to you on {formatDate(decidedAt)}: the reason is in your e-mail. Change what is asked,
          then send it again.
        </Inset>
      )}
      <p className="govuk-body">
        You have finished {finished} of {tasks.length} steps. Do them in any order: each is saved at once.
      </p>
      <TaskList
        tasks={tasks.map(({ step, title, isDone, missing }) => ({
          title,
          href: paths.registrationStep(id, step),
          hint: missing && `Still missing: ${missing.charAt(0).toLowerCase()}${missing.slice(1)}`,
          status: isDone ? "Finished" : <Tag colour="blue">{missing ? "Unfinished" : "Not started"}</Tag>,
        }))}
      />
      {finished === tasks.length ? (
        <LinkButton href={paths.checkRegistration(id)}>Check your answers and send</LinkButton>
      ) : (
        <p className="govuk-body">When every step is finished you can check your answers and send them.</p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.linkRegistration(id)}>
          Go on later, or on another device
        </a>
      </p>
    </>
  );
}

type SentAnswers = NonNullable<Awaited<ReturnType<typeof loader>>["sent"]>;

function Sent({ record, names }: SentAnswers) {
  const { registration } = useLoaderData<typeof loader>();
  const { slug, state, submittedAt } = registration;
  if (state === "waiting" && submittedAt) {
    return (
      <>
        <p className="govuk-body">
          You sent this on {formatDate(submittedAt)}. Somebody who knows your area, or the Assembly team,
          looks at it and answers by e-mail, to {registration.contactEmail}. We aim to answer within two
          weeks; you need not do anything until then.
        </p>
        <p className="govuk-body">
          If something below is wrong, answer the letter of receipt: that reaches the Assembly team.
        </p>
        <RegistrationAnswers registration={registration} record={record} names={names} />
      </>
    );
  }
  return (
    <p className="govuk-body">
      This registration is approved: <a href={paths.organisation(slug)}>your page is in the directory</a>. The
      link in our e-mail signs you in to keep it; once it has been used, or is older than three days,{" "}
      <a href={paths.signInLink()}>have a new one mailed to you</a>.
    </p>
  );
}
