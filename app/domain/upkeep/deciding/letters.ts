import type { Letter } from "#app/domain/mail/letter.ts";
import type { KeptNoun } from "#db/vocabulary-keeping.ts";

interface About {
  noun: KeptNoun;
  name: string;
  /** Its page for everybody; null when it has none. */
  page: string | null;
}

const because = ({ noun, name }: About) =>
  `You get this mail because you asked to publish the ${noun} ${name}.`;

const lookAt = ({ page }: About) => (page ? { action: { label: "Look at the page", path: page } } : {});

/** A service or opportunity of an organisation that is not trusted yet is published, or its change is. */
export const publishedLetter = (about: About): Letter => ({
  kind: `${about.noun} approved`,
  subject: `${about.name} is published`,
  body: [`What you wrote about ${about.name} is approved, and everybody sees it now.`],
  ...lookAt(about),
  reason: because(about),
});

export const notPublishedLetter = (about: About, reason: string): Letter => ({
  kind: `${about.noun} declined`,
  subject: `${about.name} was not published`,
  body: [
    `What you wrote about ${about.name} was not approved. This is why:`,
    { quote: reason },
    "Nothing that you wrote is lost: change it and ask again.",
  ],
  ...lookAt(about),
  reason: because(about),
});
