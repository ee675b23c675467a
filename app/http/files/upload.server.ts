import { Invalid } from "#app/domain/errors.ts";

export interface Upload {
  fileName: string;
  bytes: Uint8Array;
}

/** The file of a posted form's field. Throws Invalid, for that field, when none was chosen or it is empty. */
export async function readUpload(request: Request, field: string, missing: string): Promise<Upload> {
  const type = request.headers.get("content-type") ?? "";
  const form = /^multipart\/form-data/i.test(type) ? await request.formData() : null;
  const file = form?.get(field);
  if (!file || typeof file === "string" || file.size === 0) throw new Invalid(missing, { [field]: missing });
  return { fileName: file.name.slice(-200), bytes: new Uint8Array(await file.arrayBuffer()) };
}
