import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RuleForm } from "#app/domain/calendars/doctor/inputs.ts";
import { findCategories } from "#app/domain/calendars/keeping/categories.server.ts";
import { findKeptCalendar } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import { ruleInWords } from "#app/domain/calendars/keeping/match-rule.ts";
import { showKeptCalendar } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { saveRule } from "#app/domain/meetings/calendar/keeping/save-rule.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { calendarCrumbs } from "#app/ui/calendars/kept-page.tsx";
import { RuleFields } from "#app/ui/calendars/rule-fields.tsx";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params, url }) => {
  const { id, name, groups: served } = await showKeptCalendar(ctx, params.id ?? "");
  const groups = served.filter(({ isMine }) => isMine);
  if (groups.length === 0) throw redirect(paths.calendars.show(id));
  const asked = url.searchParams.get("group");
  const group = groups.length === 1 ? groups[0] : groups.find(({ slug }) => slug === asked);
  return { id, name, groups, group: group ?? null, categories: await findCategories(ctx, id) };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const id = params.id ?? "";
  await findKeptCalendar(ctx, id);
  const form = await readForm(request, RuleForm);
  if (!form.ok) return form.reply;
  const saved = await orFormReply(form.values, () => saveRule(ctx, id, form.value));
  return saved.ok ? redirect(paths.calendars.show(id, { did: "rule" })) : saved.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Which events are meetings?") }];

export default function CalendarRule() {
  const { id, name, groups, group, categories } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const page = paths.calendars.show(id);
  const chosen = group ?? groups.find(({ slug }) => slug === failed?.values.group);
  if (!chosen) return <WhichGroup />;
  const { by, pattern } = chosen.match;
  const now = { by, category: by === "category" ? pattern : "", words: by === "title" ? pattern : "" };
  return (
    <AskFirst
      title="Which events are meetings?"
      breadcrumbs={calendarCrumbs({ id, name })}
      errors={failed?.errors}
      button="Save"
      keep={{ label: "Leave it as it is", href: page }}
    >
      <p className="govuk-body">
        A meeting that the rule no longer takes is marked as withdrawn, with all that people added to it. It
        comes back with a rule that does.
      </p>
      <input type="hidden" name="group" value={chosen.slug} />
      <RuleFields field={fieldsOf(failed, now)} group={chosen.name} categories={categories} />
    </AskFirst>
  );
}

/** A joint calendar has a rule for each of its groups. */
function WhichGroup() {
  const { id, name, groups } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading title="Whose rule?" breadcrumbs={calendarCrumbs({ id, name })} />
      <ul className="govuk-list govuk-list--spaced">
        {groups.map((group) => (
          <li key={group.slug}>
            <a className="govuk-link" href={paths.calendars.deed(id, "rule", { group: group.slug })}>
              {group.name}
            </a>
            <br />
            {ruleInWords(group.match)}
          </li>
        ))}
      </ul>
    </Measure>
  );
}
