import { paths } from "#app/paths.ts";
import { LEADER, type MapShape, SHAPES, TOWNS } from "./map-shapes.ts";

export interface MappedPlace {
  slug: string;
  name: string;
  /** A short line under the name, such as the towns that people know it by. */
  summary?: string | undefined;
}

interface PlaceMapProps {
  places: readonly MappedPlace[];
  /** The slug of the place that this page is about. */
  current?: string;
}

/** The places as a map whose every region is a link, with the same links as a list beside it. */
export function PlaceMap({ places, current }: PlaceMapProps) {
  const drawn = SHAPES.filter(({ slug }) => places.some((place) => place.slug === slug));
  return (
    <div className="places">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand for a drawing full of links */}
      <svg className="place-map" viewBox="0 0 680 530" role="group" aria-label="Map of the places">
        <Sea />
        {drawn.map((shape) => (
          <Region shape={shape} current={shape.slug === current} key={shape.slug} />
        ))}
        <Towns />
      </svg>
      <ul className="places__list">
        {places.map(({ slug, name, summary }) => (
          <li key={slug}>
            <a
              className="govuk-link"
              href={paths.place(slug)}
              aria-current={slug === current ? "page" : undefined}
            >
              {name}
            </a>
            {summary && <span className="places__summary">{summary}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Region({ shape, current }: { shape: MapShape; current: boolean }) {
  const { label, lines } = shape;
  const atSea = label.anchor === "end";
  return (
    <a
      className={`place-map__region place-map__region--${shape.region}`}
      href={paths.place(shape.slug)}
      aria-label={lines.join(" ")}
      aria-current={current ? "page" : undefined}
    >
      <path className="place-map__land" d={shape.path} />
      {atSea && <path className="place-map__leader" d={LEADER} />}
      <text x={label.x} y={label.y} textAnchor={label.anchor}>
        {lines.map((words, place) => (
          <tspan x={label.x} dy={place === 0 ? 0 : "1.1em"} key={words}>
            {words}
          </tspan>
        ))}
      </text>
    </a>
  );
}

function Sea() {
  return (
    <g>
      <rect className="place-map__sea" width="680" height="530" rx="18" />
      <path
        className="place-map__waves"
        d="M40 96q12-10 24 0t24 0M96 60q12-10 24 0t24 0M300 40q12-10 24 0t24 0M30 150q12-10 24 0t24 0M590 500q12-10 24 0t24 0M600 190q10-8 20 0"
      />
    </g>
  );
}

/** Landmarks to find oneself by; too small to read on a phone, where the list does it. */
function Towns() {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus
    <g className="place-map__towns" aria-hidden="true">
      {TOWNS.map(({ name, x, y, side }) => (
        <g key={name}>
          <circle cx={x} cy={y} r="4" />
          <text x={x + BESIDE[side].dx} y={y + BESIDE[side].dy} textAnchor={BESIDE[side].textAnchor}>
            {name}
          </text>
        </g>
      ))}
    </g>
  );
}

const BESIDE = {
  left: { dx: -9, dy: 5, textAnchor: "end" },
  right: { dx: 9, dy: 5, textAnchor: "start" },
  above: { dx: 0, dy: -10, textAnchor: "middle" },
  below: { dx: 0, dy: 23, textAnchor: "middle" },
  "below-left": { dx: 0, dy: 27, textAnchor: "end" },
} as const;
