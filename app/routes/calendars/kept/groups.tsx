import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { GroupsForm } from "#app/domain/calendars/doctor/inputs.ts";
import { findCategories } from "#app/domain/calendars/keeping/categories.server.ts";
import { findKeptCalendar } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import { findGroupChoices, saveGroups } from "#app/domain/meetings/calendar/keeping/save-groups.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { calendarCrumbs } from "#app/ui/calendars/kept-page.tsx";
import { RuleFields } from "#app/ui/calendars/rule-fields.tsx";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { CheckboxesField } from "#app/ui/kit/forms/choice.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const id = params.id ?? "";
  return { id, ...(await findGroupChoices(ctx, id)), categories: await findCategories(ctx, id) };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const id = params.id ?? "";
  await findKeptCalendar(ctx, id);
  const form = await readForm(request, GroupsForm);
  if (!form.ok) return form.reply;
  const saved = await orFormReply(form.values, () =>
    saveGroups(ctx, id, form.value.groups, form.value.match),
  );
  if (!saved.ok) return saved.reply;
  // What one no longer keeps has no page for one
  const { isKept } = saved.value;
  return redirect(
    isKept ? paths.calendars.show(id, { did: "groups" }) : paths.calendars.all({ did: "leave" }),
  );
});

export const meta: MetaFunction = () => [{ title: titleFor("Whose meetings are in it?") }];

export default function CalendarGroups() {
  const { id, name, groups, categories } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const served = groups.filter(({ isServed }) => isServed).map((group) => group.id);
  const mine = groups.filter(({ isMine }) => isMine);
  const others = groups.filter(({ isMine }) => !isMine);
  const page = paths.calendars.show(id);
  return (
    <AskFirst
      title="Whose meetings are in it?"
      breadcrumbs={calendarCrumbs({ id, name })}
      errors={failed?.errors}
      button="Save"
      keep={{ label: "Leave it as it is", href: page }}
    >
      <p className="govuk-body">
        A joint calendar may be the diary of several groups. You can choose the groups that you run. A group
        that you take out keeps its past meetings.
      </p>
      {others.length > 0 && (
        <p className="govuk-body">
          It is also the diary of {others.map(({ name }) => name).join(", ")}. Whether it stays so is for
          those who run {others.length === 1 ? "that group" : "those groups"} to say.
        </p>
      )}
      <CheckboxesField
        {...fieldsOf(failed, { groups: served })("groups")}
        label="Groups"
        choices={mine.map((group) => ({ value: group.id, label: group.name }))}
      />
      {mine.some(({ isServed }) => !isServed) && (
        <RuleFields
          field={fieldsOf(failed, { by: "all", category: "", words: "" })}
          group="a group that you add"
          categories={categories}
        />
      )}
    </AskFirst>
  );
}
