import { joined } from "./days-of-week.ts";

const MOST_TOWNS = 2;

/** Where a service is, for a card: its towns, else online, else the places it reaches. */
export function whereInShort(service: {
  isOnline: boolean;
  towns: readonly string[];
  places: readonly string[];
}): string | null {
  const { isOnline, towns, places } = service;
  const spots = [...towns.slice(0, MOST_TOWNS), ...(isOnline ? ["online"] : [])];
  const more = towns.length - MOST_TOWNS;
  if (more > 0) spots.push(more === 1 ? "1 other town" : `${more} other towns`);
  if (towns.length > 0) return joined(spots);
  if (isOnline) return "Online";
  if (places.length === 0) return null;
  return places.length > 2 ? "Across Norfolk and Waveney" : `Across ${joined(places)}`;
}
