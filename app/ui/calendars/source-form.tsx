import type { ReactNode } from "react";
import type { Advice } from "#app/domain/calendars/doctor/advice.ts";
import { appPasswords } from "#app/domain/calendars/doctor/app-passwords.ts";
import type { Way } from "#app/domain/calendars/doctor/inputs.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { FileField } from "#app/ui/kit/forms/file-field.tsx";
import type { FieldState } from "#app/ui/kit/forms/form-state.ts";
import { Section } from "#app/ui/kit/frame/page.tsx";
import { Details } from "#app/ui/kit/show/details.tsx";
import { Inset } from "#app/ui/kit/show/notice.tsx";
import { Guides } from "./guides.tsx";

interface SourceFormProps {
  /** "groups/norwich-place-network" */
  owner: string;
  how: Way;
  field: (name: string) => FieldState;
  advice?: Advice | null | undefined;
}

/** Where a calendar is kept: one of three ways, with what helps to find it. */
export function SourceForm({ owner, how, field, advice }: SourceFormProps) {
  return (
    <>
      <form
        method="post"
        action={paths.calendars.check()}
        encType={how === "file" ? "multipart/form-data" : undefined}
        noValidate
      >
        <input type="hidden" name="for" value={owner} />
        <input type="hidden" name="how" value={how} />
        <SourceFields how={how} field={field} />
        <Button>{buttons[how]}</Button>
      </form>
      {advice && <AdviceInWords advice={advice} owner={owner} />}
      {how === "address" && (
        <Section title="Where to find the address">
          <Guides open={advice?.guide} />
        </Section>
      )}
      <OtherWays owner={owner} how={how} />
    </>
  );
}

const buttons: Record<Way, string> = {
  address: "Check this address",
  caldav: "Sign in and look",
  file: "Check this file",
};

/** The fields of one way. */
export function SourceFields({ how, field }: Pick<SourceFormProps, "how" | "field">) {
  if (how === "file")
    return (
      <FileField
        {...field("file")}
        label="Calendar file"
        hint="It ends in .ics. A file does not change by itself: you send a new one when the dates do."
        accept=".ics,text/calendar"
      />
    );
  if (how === "caldav")
    return (
      <>
        <TextField
          {...field("server")}
          label="Address of the server, or your e-mail address"
          hint="For iCloud and Fastmail the e-mail address is enough. Nextcloud shows the address in Calendar settings as “primary CalDAV address”."
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          {...field("account")}
          label="User name"
          hint="For iCloud and Fastmail your e-mail address"
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          {...field("password")}
          type="password"
          label="App password"
          hint="Not your usual one: an app password is made for one program, and can be taken back. We keep it encrypted."
          // Browsers fill in the password of this site where they are only told “off”
          autoComplete="new-password"
        />
        <AppPasswords />
      </>
    );
  return (
    <TextField
      {...field("address")}
      label="Address of the calendar"
      hint="It often ends in .ics, and begins with https:// or webcal://. We keep it secret."
      inputMode="url"
      autoComplete="off"
      spellCheck={false}
    />
  );
}

/** In the words that stand on the screens there. */
function AppPasswords() {
  return (
    <Details summary="Where app passwords are made">
      <ul className="govuk-list govuk-list--bullet">
        <li>iCloud: {appPasswords.icloud.where}</li>
        <li>Fastmail: {appPasswords.fastmail.where}</li>
        <li>Nextcloud: {appPasswords.nextcloud.where}</li>
      </ul>
    </Details>
  );
}

/** What to do about an address that is none, with the one that is likely meant. */
function AdviceInWords({ advice, owner }: { advice: Advice; owner: string }) {
  const { steps, instead } = advice;
  if (steps.length === 0 && !instead) return null;
  return (
    <Inset>
      <h2 className="govuk-heading-s">What to do</h2>
      {steps.map((step) => (
        <p className="govuk-body" key={step}>
          {step}
        </p>
      ))}
      {instead && (
        <form method="post" action={paths.calendars.check()}>
          <input type="hidden" name="for" value={owner} />
          <input type="hidden" name="address" value={instead} />
          <p className="govuk-body anywhere">{shortened(instead)}</p>
          <Button manner="secondary">Check that address instead</Button>
        </form>
      )}
    </Inset>
  );
}

/** Enough to know an address by; what lies between its host and its end may be a secret. */
function shortened(address: string): string {
  const { protocol, host, pathname, search } = new URL(address);
  const parts = pathname.split("/").filter(Boolean);
  const end = `${parts.at(-1) ?? ""}${search}`;
  return `${protocol}//${host}/${parts.length > 1 ? "…/" : ""}${end.length > 60 ? `…${end.slice(-40)}` : end}`;
}

function OtherWays({ owner, how }: Pick<SourceFormProps, "owner" | "how">) {
  const to = (way: Way) => paths.calendars.new({ for: owner, how: way === "address" ? "" : way });
  const others: [Way, ReactNode][] = [
    ["address", "Give the address of a calendar"],
    ["caldav", "Sign in to a CalDAV calendar, such as Nextcloud, iCloud or Fastmail"],
    ["file", "Send a calendar file"],
  ];
  return (
    <Section title="Other ways">
      <ul className="govuk-list">
        {others
          .filter(([way]) => way !== how)
          .map(([way, words]) => (
            <li key={way}>
              <a className="govuk-link" href={to(way)}>
                {words}
              </a>
            </li>
          ))}
      </ul>
    </Section>
  );
}
