import { organisationOf, organisations } from "./organisation-rows.server.ts";

const order = new Map(organisations.map(({ slug }, index) => [slug, index]));

/** Ofcom keeps 01632 960000 to 960999 for drama: nobody is ever rung by mistake. */
export function dramaNumber(index: number): string {
  return `01632 960${String(index % 1000).padStart(3, "0")}`;
}

export const phoneOf = (slug: string) => dramaNumber(100 + (order.get(organisationOf(slug).slug) ?? 0));
