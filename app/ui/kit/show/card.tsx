import type { ReactNode } from "react";
import { classNames } from "#app/ui/kit/class-names.ts";

interface CardProps {
  title: string;
  /** The title links there; the whole card takes the click. */
  href?: string | undefined;
  /** A small line above the title: whose it is, or what kind. */
  caption?: ReactNode;
  /** A `DateBlock`, standing to the left. */
  leaf?: ReactNode;
  /** 2 when the cards stand straight under the h1. */
  level?: 2 | 3 | 4;
  children?: ReactNode;
}

/** One thing in a list of things. Stands inside a `CardList`. */
export function Card({ title, href, caption, leaf, level = 3, children }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <li className={classNames("card", Boolean(leaf) && "card--leaf", href && "card--link")}>
      {leaf}
      <div className="card__body">
        {caption && <p className="card__caption">{caption}</p>}
        <Heading className="card__title">{href ? <a href={href}>{title}</a> : title}</Heading>
        {children}
      </div>
    </li>
  );
}

/** `columns` sets cards side by side where there is room. */
export function CardList({ children, columns = false }: { children: ReactNode; columns?: boolean }) {
  return <ul className={classNames("cards", columns && "cards--columns")}>{children}</ul>;
}

/** Short facts of a card on one wrapping line; those that are empty are left out. */
export function CardFacts({ facts }: { facts: readonly ReactNode[] }) {
  const shown = facts.filter(Boolean);
  if (shown.length === 0) return null;
  return (
    <ul className="card__facts">
      {shown.map((fact, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts have no identity and never move: pages do not hydrate
        <li key={place}>{fact}</li>
      ))}
    </ul>
  );
}
