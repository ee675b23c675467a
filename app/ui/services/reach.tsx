import { paths } from "#app/paths.ts";

interface Reach {
  isOnline: boolean;
  places: readonly { slug: string; name: string }[];
  areas: readonly string[];
}

/** Areas in its own words, else the places it reaches as links. */
export function reachInWords({ isOnline, places, areas }: Reach) {
  const reach =
    areas.length > 0
      ? areas.join(", ")
      : places.map((place, at) => (
          <span key={place.slug}>
            {at > 0 && ", "}
            <a href={paths.place(place.slug)}>{place.name}</a>
          </span>
        ));
  if (!isOnline) return reach.length > 0 && reach;
  return reach.length > 0 ? <>Online, and {reach}</> : "Online";
}
