import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SignIn } from "#app/domain/accounts/inputs.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { localPath } from "#app/http/local-path.ts";
import { beginSession, endSession } from "#app/http/session.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = visitor(async ({ actor }, { url }) => {
  const next = localPath(url.searchParams.get("next") ?? "");
  if (actor.kind === "person") throw redirect(next ?? paths.account());
  return { next };
});

export const action = visitor(async (ctx, { request }) => {
  const form = await readForm(request, SignIn);
  if (!form.ok) return form.reply;
  const known = await orFormReply(form.values, () => signIn(ctx, form.value));
  if (!known.ok) return known.reply;
  // Whoever used this browser before is signed out, not only forgotten by it
  await endSession(request, ctx.db);
  const cookie = await beginSession(ctx.db, known.value.personId);
  return redirect(localPath(form.value.next) ?? paths.account(), { headers: { "Set-Cookie": cookie } });
});

export const meta: MetaFunction = () => [{ title: titleFor("Sign in") }];

export default function SignInPage() {
  const { next } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed);
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Sign in"
        lead={<p>You need an account only to run a group, its meetings or an organisation’s pages.</p>}
      />
      <form method="post" action={paths.signIn()} noValidate>
        <input type="hidden" name="next" value={failed?.values.next ?? next ?? ""} />
        <TextField
          {...field("email")}
          label="E-mail address"
          type="email"
          inputMode="email"
          autoComplete="username"
          spellCheck={false}
        />
        <TextField
          {...field("password")}
          label="Password"
          type="password"
          autoComplete="current-password"
          width={20}
        />
        <Button>Sign in</Button>
      </form>
    </Measure>
  );
}
