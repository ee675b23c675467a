import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  type BegunRegistration,
  findBegun,
} from "#app/domain/organisations/registration/find-begun.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { heldRegistrations } from "#app/http/registration-cookie.server.ts";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/kit/forms/button.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = visitor(async (ctx, { request }) => ({
  begun: await findBegun(ctx, heldRegistrations(request)),
}));

export const meta: MetaFunction = () => [
  { title: titleFor("Register your organisation") },
  {
    name: "description",
    content: "Put your charity or community group into the directory. Free, and no account needed.",
  },
];

export default function Register() {
  const { begun } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading
        title="Register your organisation"
        lead="Put your group into the directory, so that people who look for help and others who work near you find it. It is free, and you need no account to begin."
      />
      {begun.length > 0 && <Begun all={begun} />}
      <Section title="Look whether it is here already">
        <p className="govuk-body">
          Many groups are in the directory, put there by their network. If yours is, open its page and choose
          “This is us”.
        </p>
        <form method="get" action={paths.organisations()}>
          <TextField name="q" type="search" label="Name of your organisation" hint="A former name will do" />
          <Button manner="secondary">Find it first</Button>
        </form>
      </Section>
      <Section title="Who can register">
        <p className="govuk-body">
          Any charity, community group, CIC, faith group or social enterprise that works in Norfolk and
          Waveney. Two people with a phone and a shared mailbox are enough. You need no charity number and no
          website.
        </p>
      </Section>
      <Section title="What you need">
        <p className="govuk-body">About 15 minutes, and:</p>
        <ul className="govuk-list govuk-list--bullet">
          <li>an e-mail address that you read</li>
          <li>your register numbers, if you have any</li>
          <li>where you work, and who you help</li>
          <li>how people reach you, and which of that everybody may see</li>
        </ul>
        <p className="govuk-body">
          Every step is saved at once, in any order. You can stop, and go on later or on another device by a
          link that we mail you.
        </p>
        <p className="govuk-body">
          <a className="govuk-link" href={paths.registrationLinks()}>
            Go on with a registration that you began elsewhere
          </a>
        </p>
        <p className="govuk-body">
          Then somebody who knows your area, or the Assembly team, looks at it: they approve it, ask you
          something, or tell you why not. Refuges and others at risk can hide every address.
        </p>
        <LinkButton href={paths.registerNew()}>Start now</LinkButton>
      </Section>
    </Measure>
  );
}

function Begun({ all }: { all: BegunRegistration[] }) {
  return (
    <Section title="Begun in this browser">
      <ul className="govuk-list">
        {all.map(({ id, name, isOpen, stepsFinished, steps }) => (
          <li key={id}>
            <a className="govuk-link" href={paths.registration(id)}>
              {isOpen ? `Go on with ${name}` : `See what became of ${name}`}
            </a>{" "}
            {isOpen ? `(${stepsFinished} of ${steps} steps finished)` : "(sent)"}
          </li>
        ))}
      </ul>
    </Section>
  );
}
