import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { confirmByLink, findBehindLink } from "#app/domain/upkeep/confirming/confirm-link.server.ts";
import { withFacts } from "#app/domain/upkeep/confirming/find-facts.server.ts";
import { ConfirmForm } from "#app/domain/upkeep/confirming/inputs.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { DeedButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { ConfirmRecords } from "#app/ui/upkeep/confirm-records.tsx";

export const loader = visitor(async (ctx, { params, url }) => {
  const behind = await findBehindLink(ctx, params.token ?? "");
  const records = behind.isOpen ? await withFacts(ctx, behind.records) : [];
  return { ...behind, records, did: url.searchParams.get("did") };
});

export const action = visitor(async (ctx, { request, params }) => {
  const form = await readForm(request, ConfirmForm);
  if (!form.ok) return form.reply;
  const token = params.token ?? "";
  const done = await orFormReply(form.values, () => confirmByLink(ctx, token, form.value.records));
  return done.ok ? redirect(paths.confirm(token, { did: "confirm" })) : done.reply;
});

/** A page behind a secret is kept nowhere. */
export const headers = () => ({ "Cache-Control": "private, no-store" });

export const meta: MetaFunction = () => [
  { title: titleFor("Is this still right?") },
  { name: "robots", content: "noindex" },
];

export default function Confirm() {
  const { isOpen, organisation, slug, hasAccount, records, nextOn, did } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  if (!isOpen) return did === "confirm" ? <Thanks /> : <UsedOrOld />;
  if (records.length === 0) {
    return (
      <Measure>
        <PageHeading title="Everything is confirmed" caption={organisation} lead={<NextTime on={nextOn} />} />
      </Measure>
    );
  }
  return (
    <Measure>
      {did === "confirm" && <Done>Thank you. What you ticked is confirmed.</Done>}
      <ConfirmRecords
        organisation={organisation}
        records={records}
        changeAt={hasAccount ? paths.editOrganisation(slug) : paths.claimOrganisation(slug)}
        hasAccount={hasAccount}
        failed={failed}
      />
    </Measure>
  );
}

function Thanks() {
  const { organisation, slug, nextOn } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading
        title="Thank you, that is confirmed"
        caption={organisation}
        lead={<NextTime on={nextOn} />}
      />
      <p className="govuk-body">
        You can close this page, or <a href={paths.organisation(slug)}>look at the page of {organisation}</a>.
      </p>
    </Measure>
  );
}

function NextTime({ on }: { on: string | null }) {
  return on ? <>We ask again before {formatDay(on)}.</> : <>We do not need to ask again.</>;
}

function UsedOrOld() {
  const { organisation, did } = useLoaderData<typeof loader>();
  const { token = "" } = useParams();
  return (
    <Measure>
      {did === "send" && <Done>A new link is on its way to the address of the first one.</Done>}
      <PageHeading
        title="This link has been used, or it is too old"
        caption={organisation}
        lead="Each link works once, for 60 days, and only while its address belongs to somebody who keeps the record."
      />
      {did !== "send" && (
        <>
          <p className="govuk-body">
            If you have confirmed already, there is nothing to do. Otherwise we can send a new link to the
            address that this one went to.
          </p>
          <DeedButton action={paths.freshConfirmLink(token)}>Send me a new link</DeedButton>
        </>
      )}
    </Measure>
  );
}
