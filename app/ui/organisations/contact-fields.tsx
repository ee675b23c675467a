import type { ReactNode } from "react";
import { MOST_CONTACTS } from "#app/domain/organisations/record/contact-input.ts";
import { CheckboxesField, RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import type { FieldState } from "#app/ui/kit/forms/form-state.ts";

type Field = (name: string) => FieldState;

/** Ways to get in touch, each for everybody or for partners only. One empty slot more than there are. */
export function ContactFields({ field }: { field: Field }) {
  return (
    <>
      <p className="govuk-body">
        For each way you choose who sees it: everybody, or only partners, which are the NHS, councils, network
        leads and the Assembly team.
      </p>
      <TextField
        {...field("email")}
        label="E-mail address"
        optional
        type="email"
        inputMode="email"
        spellCheck={false}
        hint="A shared mailbox lasts longer than a person’s own"
      />
      <Shown field={field} name="emailShown" label="Who sees the e-mail address?" otherwise="yes" />
      {slotsOf(field, "phone", ["Number"]).map((slot) => (
        <PhoneFields field={field} slot={slot} key={slot} />
      ))}
      {slotsOf(field, "contact", ["Name", "Role", "Email", "Phone"]).map((slot) => (
        <PersonFields field={field} slot={slot} key={slot} />
      ))}
      <AddressFields field={field} />
    </>
  );
}

/** Slots with something in them, and the next one. */
function slotsOf(field: Field, noun: string, parts: readonly string[]): number[] {
  const all = Array.from({ length: MOST_CONTACTS }, (_, at) => at + 1);
  const isUsed = (slot: number) =>
    parts.some((part) => {
      const { value, error } = field(`${noun}${slot}${part}`);
      return Boolean(value) || Boolean(error);
    });
  const last = all.findLast(isUsed) ?? 0;
  return all.slice(0, last + 1);
}

function PhoneFields({ field, slot }: { field: Field; slot: number }) {
  const name = (part: string) => `phone${slot}${part}`;
  return (
    <Group legend={slot === 1 ? "Phone" : `Phone ${slot}`}>
      <TextField
        {...field(name("Number"))}
        label="Phone number"
        optional
        type="tel"
        inputMode="tel"
        width={20}
      />
      <TextField {...field(name("Extension"))} label="Extension" optional width={5} />
      <TextField {...field(name("Note"))} label="When, or whom it reaches" optional hint="Weekday mornings" />
      <Shown field={field} name={name("Shown")} label="Who sees this number?" otherwise="yes" />
    </Group>
  );
}

function PersonFields({ field, slot }: { field: Field; slot: number }) {
  const name = (part: string) => `contact${slot}${part}`;
  return (
    <Group legend={slot === 1 ? "Somebody to ask for" : `Somebody to ask for (${slot})`}>
      <TextField {...field(name("Name"))} label="Their name" optional />
      <TextField
        {...field(name("Role"))}
        label="What they do"
        optional
        hint="Chair, volunteer co-ordinator"
      />
      <TextField
        {...field(name("Email"))}
        label="Their e-mail address"
        optional
        type="email"
        inputMode="email"
        spellCheck={false}
      />
      <TextField
        {...field(name("Phone"))}
        label="Their phone number"
        optional
        type="tel"
        inputMode="tel"
        width={20}
      />
      <Shown field={field} name={name("Shown")} label="Who sees this person?" otherwise="no" />
    </Group>
  );
}

function AddressFields({ field }: { field: Field }) {
  return (
    <Group legend="Address">
      <TextField
        {...field("addressLine")}
        label="Building and street"
        optional
        autoComplete="street-address"
      />
      <TextField {...field("addressTown")} label="Town or village" optional width={20} />
      <TextField {...field("addressCounty")} label="County" optional width={20} />
      <TextField {...field("addressPostcode")} label="Postcode" optional width={10} />
      <CheckboxesField
        {...field("addressIsHidden")}
        label="Does an address put people at risk?"
        choices={[
          {
            value: "yes",
            label: "Hide every address of ours",
            hint: "For refuges and the like: no page shows where you or your services are, not even roughly.",
          },
        ]}
      />
    </Group>
  );
}

function Shown(props: { field: Field; name: string; label: string; otherwise: "yes" | "no" }) {
  const state = props.field(props.name);
  return (
    <RadiosField
      {...state}
      value={state.value || props.otherwise}
      label={props.label}
      choices={[
        { value: "yes", label: "Everybody" },
        { value: "no", label: "Partners only" },
      ]}
      inline
      small
    />
  );
}

function Group({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="govuk-fieldset section">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
      {children}
    </fieldset>
  );
}
