import * as v from "valibot";
import { Email } from "#app/domain/accounts/inputs.ts";
import { OrganisationKindInput, OrganisationName } from "#app/domain/organisations/record/inputs.ts";
import { plainWords } from "#app/domain/plain-words.ts";

/** The three things that a registration begins with. */
export const BeginInput = v.object({
  name: OrganisationName,
  kind: OrganisationKindInput,
  district: v.pipe(v.string("Choose where you work"), v.nonEmpty("Choose where you work")),
  /** "yes": they looked at the likely duplicates and are none of them. */
  isNew: v.optional(v.string(), ""),
});

export type Beginning = v.InferOutput<typeof BeginInput>;

/** What `district` holds when they work in all of Norfolk and Waveney. */
export const EVERYWHERE = "everywhere";

const line = (missing: string) =>
  v.pipe(
    v.string(missing),
    v.transform((text) => plainWords(text).replace(/\s+/g, " ")),
    v.nonEmpty(missing),
    v.maxLength(200, "Use 200 characters or fewer"),
  );

/** Whoever registers. */
export const AboutYouInput = v.object({
  contactName: line("Enter your name"),
  contactEmail: Email,
  contactRole: line("Enter what you do for the organisation"),
});

export type AboutYou = v.InferOutput<typeof AboutYouInput>;

export const LinkInput = v.object({ email: Email });
