import type { Duplicate, WhyDuplicate } from "#app/domain/organisations/duplicates/find-duplicates.server.ts";
import { paths } from "#app/paths.ts";

const reasons: Record<WhyDuplicate, string> = {
  "same number": "The same register number.",
  "similar name": "A similar name.",
  "former name": "Once had a similar name.",
};

/** Likely duplicates in words, ready to be listed under a field (app/ui/kit/forms/suggestions.ts). */
export function duplicatesJson(duplicates: readonly Duplicate[]) {
  return {
    heading: "Is this you? We may have your organisation already",
    items: duplicates.map(({ name, slug, state, why, where }) => {
      const works = where ? ` Works in ${where}.` : "";
      const waits = state === "waiting";
      return {
        text: name,
        note: `${reasons[why]}${works}${waits ? " Somebody has registered it; it is waiting for approval." : ""}`,
        link: waits ? null : { label: "This is us", about: name, href: paths.claimOrganisation(slug) },
      };
    }),
  };
}
