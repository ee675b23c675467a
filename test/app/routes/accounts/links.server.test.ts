import { expect } from "vitest";
import { issueToken } from "#app/domain/accounts/tokens.server.ts";
import * as changeOfAddress from "#app/routes/accounts/email/confirmation.tsx";
import * as verified from "#app/routes/accounts/email/verified.tsx";
import * as invitation from "#app/routes/accounts/invitation.tsx";
import * as reset from "#app/routes/accounts/password/reset.tsx";
import * as openLink from "#app/routes/accounts/sign-in/open-link.tsx";
import { tokens } from "#db/schema/accounts.ts";
import type { TokenPurpose } from "#db/vocabulary-keeping.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

const pages: [
  TokenPurpose,
  typeof openLink | typeof reset | typeof invitation | typeof verified | typeof changeOfAddress,
][] = [
  ["sign-in", openLink],
  ["reset-password", reset],
  ["invitation", invitation],
  ["verify-email", verified],
  ["change-email-old", changeOfAddress],
  ["change-email-new", changeOfAddress],
];

test.for(pages)(
  "looking at a link of %s uses nothing up, is kept by nobody, and says when it is gone",
  async ([purpose, page], { ctx }) => {
    const { id: personId, email } = await makeAccount(ctx);
    const recordId = crypto.randomUUID();
    const token = await issueToken(ctx, { purpose, personId, email, recordId, minutes: 10 });
    const look = async (at: string) =>
      answerOf(page.loader(await knock(ctx, "/", { params: { token: at } })));
    expect((await look(token)).status).toBe(200);
    expect((await look(token)).status).toBe(200);
    expect((await look("made-up")).status).toBe(410);
    const [row] = await ctx.db.select().from(tokens);
    expect(row?.usedAt).toBeNull();
    expect(page.headers()).toEqual({ "Cache-Control": "private, no-store" });
  },
);

test("a new password leads to the account, which says that it is saved", async ({ ctx }) => {
  const { id: personId } = await makeAccount(ctx);
  const token = await issueToken(ctx, { purpose: "reset-password", personId, minutes: 10 });
  const form = { password: "herons over hickling" };
  const reply = await answerOf(reset.action(await knock(ctx, "/", { params: { token }, form })));
  expect(reply.headers.get("location")).toBe("/account?did=password");
});

test.for(pages)("a made-up link of %s does nothing when its button is pressed", async ([, page], { ctx }) => {
  const form = { password: "herons over hickling" };
  const knocked = await knock(ctx, "/", { params: { token: "made-up" }, form });
  const reply = await answerOf(page.action(knocked));
  expect(reply.status).toBe(422);
  expect(reply.headers.get("Set-Cookie")).toBeNull();
});
