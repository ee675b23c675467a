import { put, type ServicePlacement } from "../design.ts";

/** Begun by their keepers, and not published yet. They stand last, so that they move nothing in the order before them. */
export const drafts: ServicePlacement[] = [
  put(
    ["coffee-morning", "magdalen-street-neighbours", "room-above-the-launderette"],
    [],
    "Derek wants to try Sundays. Somebody has to find out about the lift first.",
    { name: "Sunday kettle", draft: true },
  ),
];
