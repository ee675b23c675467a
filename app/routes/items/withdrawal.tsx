import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NotAllowed } from "#app/domain/errors.ts";
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
  if (!mayWithdrawItem(ctx.actor, { fromGroupId: item.from.id, status: item.status })) {
    throw new NotAllowed("withdraw this item");
  }
  return { item };
});

export const action = signedIn(async (ctx, { params }) => {
  const { meetingId } = await withdrawItem(ctx, params.id ?? "");
  return redirect(paths.meeting(meetingId));
});

export const meta: MetaFunction = () => [{ title: titleFor("Withdraw this item?") }];

export default function WithdrawItem() {
  const { item } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading title="Withdraw this item?" caption={item.title} />
      <p className="govuk-body">
        It leaves the draft agenda of {item.to.name}. The words stay on record, and it can be raised again.
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
