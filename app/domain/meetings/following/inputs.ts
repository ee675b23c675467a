import * as v from "valibot";
import { followKinds } from "#db/vocabulary-diary.ts";

/** How somebody wants to hear of a group's meetings. A field left out is one left empty. */
export const FollowGroup = v.object({
  kind: v.optional(
    v.picklist(
      Object.keys(followKinds) as (keyof typeof followKinds)[],
      "Choose how you want to hear of meetings",
    ),
    "" as never,
  ),
});
export type FollowGroupInput = v.InferOutput<typeof FollowGroup>;
