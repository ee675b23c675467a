import { type OrganisationKind, organisationKinds } from "#db/vocabulary.ts";

/** Kinds in the words of people who never had to know the legal ones; the commonest first. */
const inPlainWords: [OrganisationKind, string, string?][] = [
  [
    "community-group",
    "Community group",
    "People who do something together. You need no number and no constitution.",
  ],
  ["charity", "Charity", "Registered, or too small to have to register"],
  ["cic", "Community interest company (CIC)"],
  ["faith-group", "Faith group", "A church, mosque, temple, synagogue or meeting"],
  ["social-enterprise", "Social enterprise", "A business that exists for a social purpose"],
  ["company", "Not-for-profit company"],
  ["infrastructure-body", "Infrastructure body", "Supports other organisations"],
  ["council", "Council", "Parish and town councils too"],
  ["nhs", "NHS body"],
  ["public-body", "Other public body"],
];

export const kindChoices = inPlainWords.map(([value, label, hint]) => ({
  ...{ value, label: label || organisationKinds[value] },
  ...(hint ? { hint } : {}),
}));
