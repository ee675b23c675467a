import * as v from "valibot";

/** A keeper publishes what they have looked through: it counts as confirmed on that day. */
export const PublishInput = v.object({
  checked: v.optional(
    v.literal("yes", "Tick the box once you have looked through everything, or go back and put it right"),
    "" as "yes",
  ),
});
