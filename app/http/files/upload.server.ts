import { Invalid } from "#app/domain/errors.ts";

export interface Upload {
  fileName: string;
  bytes: Uint8Array;
}

/**
 * The file of a posted form's field; a program may send its text in the field itself. Throws Invalid, for that
 * field, when none was chosen or it is empty.
 */
export async function readUpload(request: Request, field: string, missing: string): Promise<Upload> {
  const type = request.headers.get("content-type") ?? "";
  const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type);
  const given = isForm ? (await request.formData()).get(field) : null;
  if (typeof given === "string" && given !== "") {
    return { fileName: "text", bytes: new TextEncoder().encode(given) };
  }
  if (!given || typeof given === "string" || given.size === 0)
    throw new Invalid(missing, { [field]: missing });
  return { fileName: given.name.slice(-200), bytes: new Uint8Array(await given.arrayBuffer()) };
}
