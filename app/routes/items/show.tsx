import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findRaisedItem } from "#app/domain/meetings/items/find-items.server.ts";
import { mayRaiseItem, mayWithdrawItem } from "#app/domain/meetings/policy.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done, Inset } from "#app/ui/kit/show/notice.tsx";
import { Prose } from "#app/ui/kit/show/prose.tsx";
import { Tag } from "#app/ui/kit/show/tag.tsx";
import { ItemState } from "#app/ui/meetings/item-state.tsx";
import { purposes, raisedItemStates } from "#db/vocabulary.ts";

export const loader = visitor(async (ctx, { params, url }) => {
  const item = await findRaisedItem(ctx, params.id ?? "");
  const may = { withdraw: mayWithdrawItem(ctx.actor, item) };
  const did = mayRaiseItem(ctx.actor, [item.from.id]) ? url.searchParams.get("did") : null;
  return { item, may, did };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: titleFor(data?.item.title) }];

export default function ShowItem() {
  const { item, may, did } = useLoaderData<typeof loader>();
  const { from, at, to } = item;
  return (
    <Measure>
      {did === "raise" && <Done>Your item is raised.</Done>}
      {did === "withdraw" && <Done>The item is withdrawn.</Done>}
      <PageHeading
        title={item.title}
        caption={`Raised by ${from.name} with ${to.name}`}
        breadcrumbs={[
          { label: from.name, href: paths.group(from.slug) },
          ...(at ? [{ label: `${at.title}, ${formatDay(at.heldOn)}`, href: paths.meeting(at.id) }] : []),
        ]}
      >
        <Tag colour={item.status === "decided" ? "green" : "blue"}>{raisedItemStates[item.status]}</Tag>
      </PageHeading>
      <Inset>
        <ItemState item={item} />
      </Inset>
      {item.outcome && (
        <Section title="What came of it">
          <Prose text={item.outcome} />
          {item.outcomeAt && <p className="govuk-body-s">{formatDay(item.outcomeAt)}</p>}
        </Section>
      )}
      <Section title="Why it matters">
        <Prose text={item.whyItMatters} />
      </Section>
      <Section title="What is asked">
        <p className="govuk-body">{purposes[item.purpose]}</p>
        <Prose text={item.ask} />
      </Section>
      {item.evidence && (
        <Section title="Evidence">
          <Prose text={item.evidence} />
        </Section>
      )}
      {may.withdraw && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.withdrawItem(item.id)}>
            Withdraw this item
          </a>
        </p>
      )}
    </Measure>
  );
}
