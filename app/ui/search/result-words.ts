interface Found {
  total: number;
  totalIsCapped: boolean;
  near: { known: boolean; label: string } | null;
  /** Nothing but distance orders them; otherwise fitting words count as well. */
  isByDistance: boolean;
  place: { name: string } | null;
  topic: { name: string } | null;
}

/** "23 services, best match near NR3 first", "More than 500 services in North Norfolk about Debt". */
export function countInWords({ total, totalIsCapped, near, isByDistance, place, topic }: Found): string {
  const number = totalIsCapped ? `More than ${total.toLocaleString("en-GB")}` : total.toLocaleString("en-GB");
  const services = total === 1 && !totalIsCapped ? "1 service" : `${number} services`;
  const about = topic ? ` under “${topic.name}”` : "";
  const where = place ? ` in ${place.name}` : "";
  const nearby = near?.known
    ? `, ${isByDistance ? "nearest to" : "best match near"} ${near.label} first`
    : "";
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

/** Whether filters have anything to do: narrow results, or be taken off where they left none. */
export function mayNarrow({
  total,
  place,
  topic,
}: {
  total: number;
  place: unknown;
  topic: unknown;
}): boolean {
  return total > 0 || Boolean(place) || Boolean(topic);
}

/** Where we looked when we do not know the place; nothing else is lost. */
export function unknownNear(answer: {
  total: number;
  near: { known: boolean; said: string } | null;
  place: { name: string } | null;
}): string | undefined {
  const { total, near, place } = answer;
  if (!near || near.known) return undefined;
  const where = place ? `all of ${place.name}` : "everywhere";
  const looked = total === 0 ? `we looked ${place ? `in ${where}` : where}` : `these are from ${where}`;
  return `We do not know a place called “${near.said}”, so ${looked}.`;
}
