import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CheckboxesField, RadiosField, SelectField } from "#app/ui/kit/forms/choice.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextareaField, TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";

const errors = { title: "Enter a title", "rows.0.day": "Choose a day", kinds: "Choose a kind" };
const field = fieldsOf({ errors, values: { title: "<Ours>", kinds: ["b"] } });
const choices = [
  { value: "a", label: "A" },
  { value: "b", label: "B", hint: "the second" },
];

it("says nothing when nothing is wrong", () => {
  expect(renderToStaticMarkup(<ErrorSummary errors={{}} />)).toBe("");
  expect(renderToStaticMarkup(<ErrorSummary errors={undefined} />)).toBe("");
});

it("can be focused and is announced", () => {
  const html = renderToStaticMarkup(<ErrorSummary errors={errors} />);
  expect(html).toContain('data-module="govuk-error-summary" tabindex="-1"');
  expect(html).toContain('role="alert"');
});

it("says an error of the whole form without a link that leads nowhere", () => {
  const html = renderToStaticMarkup(<ErrorSummary errors={{ form: "The meeting is over" }} />);
  expect(html).toContain("<li>The meeting is over</li>");
});

it("links each error to a control that exists on the page", () => {
  const page = renderToStaticMarkup(
    <>
      <ErrorSummary errors={errors} />
      <TextField {...field("title")} label="Title" />
      <SelectField {...field("rows.0.day")} label="Day" choices={choices} />
      <CheckboxesField {...field("kinds")} label="Kinds" choices={choices} />
    </>,
  );
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(targets).toHaveLength(3);
  for (const id of targets) expect(page).toMatch(new RegExp(`<(input|select|textarea) id="${id}"`));
});

describe("a field", () => {
  it("is described by its hint and then its error, and keeps what was typed", () => {
    const html = renderToStaticMarkup(<TextField {...field("title")} label="Title" hint="Short" />);
    expect(html).toContain('aria-describedby="title-hint title-error"');
    expect(html).toContain('value="&lt;Ours&gt;"');
    expect(html).toContain('aria-invalid="true"');
  });

  it("never gives a password back", () => {
    const html = renderToStaticMarkup(
      <TextField name="password" type="password" label="Password" value="secret" />,
    );
    expect(html).not.toContain("secret");
  });

  it("says its limit in words that the counter then takes over", () => {
    const html = renderToStaticMarkup(<TextareaField name="why" label="Why" limit={2000} />);
    expect(html).toContain('aria-describedby="why-info"');
    expect(html).toContain("up to 2,000 characters");
  });

  it("keeps the choices made, each under an id of its own", () => {
    const html = renderToStaticMarkup(<RadiosField name="kind" label="Kind" choices={choices} value="b" />);
    expect(html).toMatch(/id="kind-2"[^>]*checked/);
    expect(html).not.toMatch(/id="kind"[^>]*checked/);
    expect(html).toContain('aria-describedby="kind-2-item-hint"');
  });
});

it("lets the typed words win over the stored ones, even when they were cleared", () => {
  const failed = fieldsOf({ errors: {}, values: { name: "" } }, { name: "Stored" });
  expect(failed("name").value).toBe("");
  expect(fieldsOf(null, { name: "Stored" })("name").value).toBe("Stored");
});
