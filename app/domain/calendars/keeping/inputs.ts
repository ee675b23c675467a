import * as v from "valibot";
import { isId } from "#app/domain/ids.ts";
import { NeededWords, OptionalWords } from "#app/domain/shapes.ts";
import { knownZone } from "./default-zone.ts";

/** What becomes of what is to come when a calendar is disconnected. */
export const afterwards = {
  keep: "Keep what is to come",
  withdraw: "Withdraw what is to come",
} as const;
export type Afterwards = keyof typeof afterwards;

export const DisconnectForm = v.object({
  afterwards: v.picklist(["keep", "withdraw"], "Choose what happens to what is to come"),
});

/** A title for an event that has none; empty where it is to be shown as it is. */
export const TitleForm = v.object({ title: OptionalWords("The title", 200) });

/** The answer about one text of a LOCATION: a venue's id, "none" or "online". */
export const VenueForm = v.object({
  words: NeededWords("Choose which place it is about", "The place", 1000),
  venue: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => text === "none" || text === "online" || isId(text),
        "Choose a venue, or none of them",
      ),
    ),
    "",
  ),
});

/** The zone of times that name none, as it is kept. */
export const ZoneForm = v.object({
  zone: v.pipe(
    v.string(),
    v.nonEmpty("Choose a time zone"),
    v.transform((text) => knownZone(text) ?? ""),
    v.nonEmpty("That is no time zone that we know. Choose one from the list"),
  ),
});
