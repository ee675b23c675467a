import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NotAllowed } from "#app/domain/errors.ts";
import { findAttendance } from "#app/domain/meetings/attendance/find-attendance.server.ts";
import { LONGEST_COMMENT, SayWhetherComing } from "#app/domain/meetings/attendance/inputs.ts";
import { sayWhetherComing } from "#app/domain/meetings/attendance/say-whether-coming.server.ts";
import { findMeeting } from "#app/domain/meetings/find.server.ts";
import { isOn } from "#app/domain/meetings/policy.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextareaField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done, Inset } from "#app/ui/kit/show/notice.tsx";
import { countsInWords, youSaid } from "#app/ui/meetings/attendance-line.tsx";
import { MeetingFacts } from "#app/ui/meetings/meeting-facts.tsx";
import { WhoComes } from "#app/ui/meetings/who-comes.tsx";
import { attendanceAnswers } from "#db/vocabulary-diary.ts";

export const loader = signedIn(async (ctx, { params, url }) => {
  const meeting = await findMeeting(ctx, params.id ?? "");
  const attendance = await findAttendance(ctx, meeting);
  if (!attendance)
    throw new NotAllowed("say whether you come to this meeting: that is for members of the group");
  return { meeting, attendance, did: url.searchParams.get("did") };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const form = await readForm(request, SayWhetherComing);
  if (!form.ok) return form.reply;
  const said = await orFormReply(form.values, () => sayWhetherComing(ctx, params.id ?? "", form.value));
  return said.ok ? redirect(paths.attendance(said.value.id, { did: "say" })) : said.reply;
});

export const meta: MetaFunction<typeof loader, { root: unknown }> = () => [
  { title: titleFor("Who is coming") },
];

export default function AttendanceOfMeeting() {
  const { meeting, attendance, did } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { isInvited, counts, people } = attendance;
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title={isInvited ? "Are you coming?" : "Who is coming"}
        caption={`${meeting.title}, ${formatDay(meeting.heldOn)}`}
        breadcrumbs={[{ label: meeting.title, href: paths.meeting(meeting.id) }]}
      />
      {did === "say" && attendance.mine && !failed && (
        <Done>Your answer is kept. You can change it here.</Done>
      )}
      <MeetingFacts meeting={meeting} />
      {isInvited && <YourAnswer />}
      {counts && (
        <Section title="Who is coming" id="who">
          <p className="govuk-body">{countsInWords(counts)}</p>
          {people && <WhoComes people={people} />}
        </Section>
      )}
    </Measure>
  );
}

function YourAnswer() {
  const { meeting, attendance } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { mine, takesAnswers, time } = attendance;
  const field = fieldsOf(failed, {
    answer: mine?.isOld ? "" : (mine?.answer ?? ""),
    comment: mine?.comment ?? "",
  });
  if (!takesAnswers)
    return (
      <Inset>
        {isOn(meeting) ? "This meeting is over" : "This meeting was called off"}, so no answers are taken any
        more. {mine && youSaid(mine)}
      </Inset>
    );
  return (
    <form method="post" noValidate>
      {mine?.isOld && <Inset>{youSaid(mine)} Please answer again for the new time.</Inset>}
      <input type="hidden" name="time" value={time} />
      <RadiosField
        {...field("answer")}
        label="Will you be there?"
        choices={Object.entries(attendanceAnswers).map(([value, label]) => ({ value, label }))}
      />
      <TextareaField
        {...field("comment")}
        label="Anything the group should know"
        hint="Such as “I join online” or “Grace comes in my place”. Those who run the group can read it."
        optional
        rows={2}
        limit={LONGEST_COMMENT}
      />
      <Button>Save my answer</Button>
    </form>
  );
}
