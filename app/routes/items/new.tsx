import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RaiseItem } from "#app/domain/meetings/inputs.ts";
import { type Addressee, findChoicesForItem } from "#app/domain/meetings/items/addressees.server.ts";
import { raiseItem } from "#app/domain/meetings/items/raise-item.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate, formatDay } from "#app/ui/kit/dates/date-time.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextareaField, TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn((ctx, { params }) => findChoicesForItem(ctx, params.id ?? ""));

export const action = signedIn(async (ctx, { request, params }) => {
  const form = await readForm(request, RaiseItem);
  if (!form.ok) return form.reply;
  const raised = await orFormReply(form.values, () => raiseItem(ctx, params.id ?? "", form.value));
  return raised.ok ? redirect(`${paths.raisedItem(raised.value.id)}?did=raise`) : raised.reply;
});

export const meta: MetaFunction<typeof loader, { root: unknown }> = () => [
  { title: titleFor("Raise an item") },
];

export default function RaiseAnItem() {
  const { meeting, addressees } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed, { purpose: "comment" });
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Raise an item"
        caption={`${meeting.title}, ${formatDay(meeting.heldOn)}`}
        breadcrumbs={[{ label: meeting.title, href: paths.meeting(meeting.id) }]}
        lead="Say what the network heard and what it asks for. It goes straight onto the draft agenda of the next meeting that is still in time."
      />
      <form method="post" noValidate>
        <RadiosField
          {...field("toGroupId")}
          label="Which board or partnership is it for?"
          choices={addressees.map(choiceOf)}
        />
        <TextField {...field("title")} label="Title" hint="As it should stand on the agenda" />
        <TextareaField
          {...field("whyItMatters")}
          label="Why it matters"
          hint="What people told you, and what happens if nothing changes"
          limit={4000}
        />
        <TextareaField
          {...field("ask")}
          label="What is asked"
          hint="What you want the board to do, and by when"
          rows={3}
          limit={2000}
        />
        <TextareaField
          {...field("evidence")}
          label="Evidence"
          optional
          hint="Numbers, examples, links. Leave out names of private people."
          limit={4000}
        />
        <RadiosField
          {...field("purpose")}
          label="What should the board do with it?"
          choices={[
            { value: "decide", label: "Decide" },
            { value: "comment", label: "Comment" },
            { value: "endorse", label: "Endorse" },
            { value: "note", label: "Note" },
          ]}
          inline
          small
        />
        <Button>Raise this item</Button>
      </form>
    </Measure>
  );
}

function choiceOf({ id, name, next }: Addressee) {
  const hint = next
    ? `Next agenda: ${formatDate(next.heldOn)}. Items can come until ${formatDate(next.deadlines.papersOn)}.`
    : "No meeting with time left is planned yet: the item will wait for one.";
  return { value: id, label: name, hint };
}
