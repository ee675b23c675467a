interface Found {
  total: number;
  totalIsCapped: boolean;
  near: { known: boolean; label: string } | null;
  place: { name: string } | null;
  topic: { name: string } | null;
}

/** "23 services near NR3", "More than 500 services in North Norfolk about Debt". */
export function countInWords({ total, totalIsCapped, near, place, topic }: Found): string {
  const number = totalIsCapped ? `More than ${total.toLocaleString("en-GB")}` : total.toLocaleString("en-GB");
  const services = total === 1 && !totalIsCapped ? "1 service" : `${number} services`;
  const about = topic ? ` under “${topic.name}”` : "";
  const where = place ? ` in ${place.name}` : "";
  const nearby = near?.known ? `, nearest to ${near.label} first` : "";
  return `${services}${about}${where}${total > 1 ? nearby : ""}`;
}

/** "lonely near NR3": what was asked, for the title; empty when nothing was. */
export function questionInWords(question: {
  q: string;
  near: string;
  topic: { name: string } | null;
}): string {
  const what = question.q || question.topic?.name || "";
  const where = question.near && `near ${question.near}`;
  return [what, where].filter(Boolean).join(" ").slice(0, 80);
}

/** What to say beside "Postcode or town" when we do not know it; nothing else is lost. */
export function unknownNear(near: { known: boolean; said: string } | null): string | undefined {
  if (!near || near.known) return undefined;
  return `We do not know “${near.said}”. Enter a postcode or town in Norfolk or Waveney, such as NR3 or Cromer`;
}
