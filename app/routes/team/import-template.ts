import { NotFound } from "#app/domain/errors.ts";
import { templateCsv } from "#app/domain/organisations/bulk/file/template.ts";
import { mayImport } from "#app/domain/organisations/bulk/policy.ts";
import { csvReply } from "#app/http/files/csv-reply.server.ts";
import { signedIn } from "#app/http/gates.server.ts";

/** A file to start an import from. */
export const loader = signedIn(async ({ actor }) => {
  if (!mayImport(actor)) throw new NotFound("that page");
  return csvReply(templateCsv(), "organisations-template.csv");
});
