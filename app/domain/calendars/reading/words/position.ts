import { type Component, property, textOf } from "../components.ts";
import type { Notices } from "../notices.ts";

export interface Position {
  latitude: number;
  longitude: number;
}

/**
 * Norfolk and Waveney lie between about 52.3 and 53.0° north and 0.15 and 1.77° east (boundaries of the Office for
 * National Statistics); some 20 km are added, for what is held just over the border.
 */
const box = { south: 52.1, north: 53.2, west: -0.2, east: 2.1 };

/** GEO (RFC 5545 §3.8.1.6); null, with a notice, where it lies elsewhere: often its two numbers are swapped. */
export function readPosition(event: Component, notices: Notices): Position | null {
  const given = property(event, "geo");
  if (!given) return null;
  const [latitude = Number.NaN, longitude = Number.NaN] = textOf(event, "geo").split(/[;,]/).map(Number);
  if (isWithin(latitude, longitude)) return { latitude, longitude };
  const why = isWithin(longitude, latitude)
    ? "has its latitude and longitude swapped"
    : "is not in Norfolk or Waveney";
  notices.add(given.line, event, `The position on the map (GEO) ${why}, so it was not used.`);
  return null;
}

const isWithin = (latitude: number, longitude: number): boolean =>
  latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east;
