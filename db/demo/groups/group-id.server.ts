import { idOf } from "../identity.server.ts";
import { groups } from "./groups.ts";

const bySlug = new Map(groups.map((group) => [group.slug, group]));

export function groupOf(slug: string) {
  const group = bySlug.get(slug);
  if (!group) throw new Error(`No group has the slug ${slug}`);
  return group;
}

/** A slug that no group carries is a mistake in the data. */
export function groupId(slug: string): string {
  return idOf(`group:${groupOf(slug).slug}`);
}

/** The id of a group's standing item, by where it stands on the agenda. */
export function standingItemId(slug: string, atEnd: boolean, position: number): string {
  return idOf(`standing-item:${groupOf(slug).slug}:${atEnd ? "closing" : "opening"}:${position}`);
}
