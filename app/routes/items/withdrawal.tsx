import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findRaisedItem } from "#app/domain/meetings/items/find-items.server.ts";
import { withdrawItem } from "#app/domain/meetings/items/withdraw-item.server.ts";
import { mayWithdrawItem } from "#app/domain/meetings/policy.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const item = await findRaisedItem(ctx, params.id ?? "");
  // Withdrawn in another tab, or published meanwhile: the item's own page says so
  if (!mayWithdrawItem(ctx.actor, item)) throw redirect(paths.raisedItem(item.id));
  return { item };
});

export const action = signedIn(async (ctx, { params }) => {
  const { id } = await withdrawItem(ctx, params.id ?? "");
  return redirect(`${paths.raisedItem(id)}?did=withdraw`);
});

export const meta: MetaFunction = () => [{ title: titleFor("Withdraw this item?") }];

export default function WithdrawItem() {
  const { item } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading title="Withdraw this item?" caption={item.title} />
      <p className="govuk-body">
        {item.agenda
          ? `It leaves the draft agenda of ${item.to.name}.`
          : `It no longer waits for ${item.to.name}.`}{" "}
        The words stay on record, and it can be raised again.
      </p>
      <form method="post">
        <ButtonGroup>
          <Button manner="warning">Withdraw this item</Button>
          <a className="govuk-link" href={paths.raisedItem(item.id)}>
            Keep it
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
