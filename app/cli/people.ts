import { parseArgs } from "node:util";
import * as v from "valibot";
import { AddPerson, GrantRole } from "#app/domain/accounts/inputs.ts";
import { addPerson, grantRole } from "#app/domain/accounts/roles/grant-role.server.ts";
import { env } from "#app/env.server.ts";
import { roles } from "#db/vocabulary.ts";
import { withDatabase } from "./database.ts";
import { type Command, Refused } from "./terminal.ts";

export const invite: Command = {
  help: `Usage: npm run assembly -- people invite EMAIL --name NAME --role ROLE [--group SLUG] [--organisation SLUG]

Gives somebody a role and mails them an invitation: the way to a new site's first administrator.
The mail goes out while the site runs; without a mail server it waits at /dev/outbox.

  --role ROLE           ${Object.keys(roles).join(", ")}
  --group SLUG          for group-lead and secretariat: the group, as in the address of its page
  --organisation SLUG   for organisation-owner and organisation-editor, likewise`,

  async run(args, { say, now }) {
    const text = { type: "string" } as const;
    const options = { name: text, role: text, group: text, organisation: text };
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const person = told(AddPerson, { email: positionals[0] ?? "", name: values.name ?? "" });
    const role = told(GrantRole, { role: "", group: "", organisation: "", ...values });
    await withDatabase(now, (ctx) =>
      ctx.db.transaction(async (db) => {
        const inside = { ...ctx, db };
        const { id } = await addPerson(inside, person);
        await grantRole(inside, id, role);
      }),
    );
    const way = env.SMTP_URL ? "by mail" : `at ${env.PUBLIC_URL}/dev/outbox, since SMTP_URL is not set`;
    say(`${person.name} is ${roles[role.role]} now. The invitation comes ${way}, once the site runs.`);
  },
};

function told<S extends v.GenericSchema>(schema: S, given: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, given);
  if (result.success) return result.output;
  throw new Refused(result.issues.map(({ message }) => `${message}.`).join(" "));
}
