import * as v from "valibot";
import { Email } from "#app/domain/accounts/inputs.ts";
import { plainWords } from "#app/domain/plain-words.ts";

const words = (missing: string, most: number) =>
  v.pipe(
    v.string(missing),
    v.transform(plainWords),
    v.nonEmpty(missing),
    v.maxLength(most, `Use ${most.toLocaleString("en-GB")} characters or fewer`),
  );

/** Somebody says that an organisation is theirs to keep. */
export const ClaimInput = v.object({
  name: words("Enter your name", 200),
  email: Email,
  role: words("Enter what you do for the organisation", 200),
  howToCheck: words("Tell us how we can check that it is you", 1000),
});

export type Claim = v.InferOutput<typeof ClaimInput>;
