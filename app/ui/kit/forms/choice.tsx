import type { ReactNode } from "react";
import { classNames } from "#app/ui/kit/class-names.ts";
import { FieldFrame, type FieldProps, FieldsetFrame } from "./field-frame.tsx";
import { allOf, oneOf } from "./form-state.ts";

export interface Choice {
  value: string;
  label: string;
  hint?: ReactNode;
}

interface ChoiceProps extends FieldProps {
  choices: readonly Choice[];
}

interface SelectProps extends ChoiceProps {
  /** The wording for "none chosen yet". */
  blank?: string;
  /** Further choices, each lot under a heading of its own. */
  groups?: readonly { label: string; choices: readonly Choice[] }[];
}

/** A long list to pick one from. */
export function SelectField({ blank, choices, groups = [], ...props }: SelectProps) {
  return (
    <FieldFrame {...props}>
      {({ id, describedBy }) => (
        <select
          id={id}
          name={props.name}
          className={classNames("govuk-select", props.error && "govuk-select--error")}
          defaultValue={oneOf(props.value)}
          aria-describedby={describedBy}
          aria-invalid={props.error ? true : undefined}
        >
          {blank !== undefined && <option value="">{blank}</option>}
          <Options choices={choices} />
          {groups.map(({ label, choices }) => (
            <optgroup label={label} key={label}>
              <Options choices={choices} />
            </optgroup>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

const Options = ({ choices }: Pick<ChoiceProps, "choices">) =>
  choices.map(({ value, label }) => (
    <option value={value} key={value}>
      {label}
    </option>
  ));

/** One of a few. `small` and `inline` suit filters and yes-or-no. */
export function RadiosField(props: ChoiceProps & { inline?: boolean; small?: boolean }) {
  const { inline, small } = props;
  const chosen = oneOf(props.value);
  return (
    <FieldsetFrame {...props}>
      {(id) => (
        <div
          className={classNames(
            "govuk-radios",
            inline && "govuk-radios--inline",
            small && "govuk-radios--small",
          )}
        >
          {props.choices.map((choice, place) => (
            <Item
              kind="radios"
              id={itemId(id, place)}
              name={props.name}
              choice={choice}
              chosen={choice.value === chosen}
              key={choice.value}
            />
          ))}
        </div>
      )}
    </FieldsetFrame>
  );
}

/** Any number of a few. */
export function CheckboxesField(props: ChoiceProps & { small?: boolean }) {
  const chosen = allOf(props.value);
  return (
    <FieldsetFrame {...props}>
      {(id) => (
        <div className={classNames("govuk-checkboxes", props.small && "govuk-checkboxes--small")}>
          {props.choices.map((choice, place) => (
            <Item
              kind="checkboxes"
              id={itemId(id, place)}
              name={props.name}
              choice={choice}
              chosen={chosen.includes(choice.value)}
              key={choice.value}
            />
          ))}
        </div>
      )}
    </FieldsetFrame>
  );
}

function Item(props: {
  kind: "radios" | "checkboxes";
  id: string;
  name: string;
  choice: Choice;
  chosen: boolean;
}) {
  const { kind, id, name, choice } = props;
  return (
    <div className={`govuk-${kind}__item`}>
      <input
        id={id}
        name={name}
        type={kind === "radios" ? "radio" : "checkbox"}
        value={choice.value}
        className={`govuk-${kind}__input`}
        defaultChecked={props.chosen}
        aria-describedby={choice.hint ? `${id}-item-hint` : undefined}
      />
      <label className={`govuk-label govuk-${kind}__label`} htmlFor={id}>
        {choice.label}
      </label>
      {choice.hint && (
        <div id={`${id}-item-hint`} className={`govuk-hint govuk-${kind}__hint`}>
          {choice.hint}
        </div>
      )}
    </div>
  );
}

/** The first item carries the field's own id, so that the error summary's link lands on it. */
function itemId(id: string, place: number): string {
  return place === 0 ? id : `${id}-${place + 1}`;
}
