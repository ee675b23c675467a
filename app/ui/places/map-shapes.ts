/**
 * A stylised outline of Norfolk and Waveney, kept as longitude and latitude so that a border can be mended
 * against any map. Neighbours share one line each, walked forwards by one and backwards by the other.
 * It shows roughly where a place is; which postcode belongs where is data, never read from here.
 */
type Point = readonly [longitude: number, latitude: number];
type Line = readonly Point[];

const coast = {
  west: line(
    "0.20 52.79, 0.28 52.81, 0.365 52.795, 0.40 52.83, 0.44 52.88, 0.475 52.935, 0.51 52.96, 0.58 52.977, 0.66 52.98, 0.76 52.973",
  ),
  north: line(
    "0.76 52.973, 0.86 52.968, 0.97 52.975, 1.08 52.955, 1.20 52.948, 1.30 52.934, 1.39 52.90, 1.47 52.86, 1.56 52.815, 1.635 52.765",
  ),
  east: line(
    "1.635 52.765, 1.69 52.71, 1.73 52.65, 1.742 52.58, 1.737 52.54, 1.757 52.50, 1.763 52.475, 1.742 52.43, 1.715 52.375, 1.685 52.325, 1.665 52.30",
  ),
};

const border = {
  westNorth: line("0.76 52.973, 0.79 52.92, 0.745 52.86, 0.77 52.80"),
  westSouth: line("0.77 52.80, 0.72 52.73, 0.77 52.67, 0.745 52.60, 0.76 52.53, 0.83 52.47, 0.86 52.385"),
  northSouthWest: line("1.125 52.64, 1.06 52.70, 0.97 52.745, 0.86 52.775, 0.77 52.80"),
  northSouthEast: line("1.475 52.625, 1.53 52.60, 1.60 52.60"),
  northEast: line("1.60 52.60, 1.565 52.65, 1.60 52.70, 1.635 52.765"),
  southEast: line("1.35 52.42, 1.44 52.455, 1.50 52.45, 1.565 52.475, 1.60 52.51, 1.637 52.55, 1.60 52.60"),
  westFens: line(
    "0.86 52.385, 0.76 52.385, 0.69 52.42, 0.61 52.455, 0.52 52.455, 0.44 52.475, 0.37 52.50, 0.29 52.515, 0.24 52.545, 0.23 52.60, 0.17 52.65, 0.18 52.72, 0.20 52.79",
  ),
  southWaveney: line(
    "0.86 52.385, 0.95 52.375, 1.05 52.37, 1.13 52.365, 1.22 52.385, 1.30 52.405, 1.35 52.42",
  ),
  eastSuffolk: line("1.665 52.30, 1.58 52.305, 1.50 52.315, 1.42 52.345, 1.36 52.385, 1.35 52.42"),
  norwichNorth: line(
    "1.125 52.64, 1.165 52.69, 1.24 52.72, 1.32 52.722, 1.395 52.703, 1.455 52.668, 1.475 52.625",
  ),
  norwichSouth: line(
    "1.475 52.625, 1.45 52.58, 1.375 52.55, 1.30 52.542, 1.215 52.555, 1.15 52.592, 1.125 52.64",
  ),
};

export interface MapShape {
  slug: string;
  /** The colour's name in the palette: `--region-…`. */
  region: string;
  path: string;
  /** Middle of the name's first line; names at sea end there instead. */
  label: { x: number; y: number; anchor: "middle" | "end" };
  /** The name, broken so that it stays within its place on a phone. */
  lines: readonly string[];
}

export const SHAPES: readonly MapShape[] = [
  {
    slug: "west-norfolk",
    region: "west",
    path: outline([coast.west, border.westNorth, border.westSouth, border.westFens]),
    label: { ...at([0.44, 52.675]), anchor: "middle" },
    lines: ["West", "Norfolk"],
  },
  {
    slug: "north-norfolk",
    region: "north",
    path: outline([
      coast.north,
      back(border.northEast),
      back(border.northSouthEast),
      back(border.norwichNorth),
      border.northSouthWest,
      back(border.westNorth),
    ]),
    label: { ...at([1.15, 52.82]), anchor: "middle" },
    lines: ["North Norfolk"],
  },
  {
    slug: "south-norfolk",
    region: "south",
    path: outline([
      border.southWaveney,
      border.southEast,
      back(border.northSouthEast),
      border.norwichSouth,
      border.northSouthWest,
      border.westSouth,
    ]),
    label: { ...at([1.17, 52.475]), anchor: "middle" },
    lines: ["South Norfolk"],
  },
  {
    slug: "great-yarmouth-and-waveney",
    region: "east",
    path: outline([coast.east, border.eastSuffolk, border.southEast, border.northEast]),
    label: { x: 664, y: 40, anchor: "end" },
    lines: ["Great Yarmouth", "and Waveney"],
  },
  {
    slug: "norwich",
    region: "norwich",
    path: outline([border.norwichNorth, border.norwichSouth]),
    label: { ...at([1.3, 52.617]), anchor: "middle" },
    lines: ["Norwich"],
  },
];

/** Where a name that stands at sea points to: the east coast. */
export const LEADER = (() => {
  const { x, y } = at([1.7, 52.63]);
  return `M650 92V${y - 40}q0 34 ${x - 650} 40`;
})();

export interface Town {
  name: string;
  x: number;
  y: number;
  /** Which side of the dot has room for the name within the town's own place. */
  side: "left" | "right" | "above" | "below" | "below-left";
}

export const TOWNS: readonly Town[] = [
  { name: "King’s Lynn", ...at([0.4, 52.752]), side: "right" },
  { name: "Cromer", ...at([1.3, 52.915]), side: "left" },
  { name: "Dereham", ...at([0.945, 52.68]), side: "below" },
  { name: "Thetford", ...at([0.748, 52.415]), side: "above" },
  { name: "Lowestoft", ...at([1.735, 52.475]), side: "below-left" },
];

/** Longitudes shrink by the cosine of the latitude; 640 units to a degree of latitude. */
function at([longitude, latitude]: Point): { x: number; y: number } {
  return { x: round((longitude - 0.13) * 0.607 * 640), y: round((53.02 - latitude) * 640 + 45) };
}

function line(points: string): Line {
  return points.split(", ").map((point) => {
    const [longitude = 0, latitude = 0] = point.split(" ").map(Number);
    return [longitude, latitude];
  });
}

function back(points: Line): Line {
  return points.toReversed();
}

/** One closed path of lines that each begin where the last ended. */
function outline(lines: readonly Line[]): string {
  const first = lines[0]?.[0] ?? [0, 0];
  const { x, y } = at(first);
  return `M${x} ${y}${lines.map(curve).join("")}Z`;
}

/** A Catmull-Rom spline through the points as Bézier curves; it is the same walked either way. */
function curve(points: Line): string {
  const spots = points.map(at);
  return spots
    .slice(1)
    .map((end, place) => {
      const start = spots[place] ?? end;
      const before = spots[place - 1] ?? start;
      const after = spots[place + 2] ?? end;
      const out = `${round(start.x + (end.x - before.x) / 6)} ${round(start.y + (end.y - before.y) / 6)}`;
      const into = `${round(end.x - (after.x - start.x) / 6)} ${round(end.y - (after.y - start.y) / 6)}`;
      return `C${out} ${into} ${end.x} ${end.y}`;
    })
    .join("");
}

function round(value: number): number {
  return Math.round(value);
}
