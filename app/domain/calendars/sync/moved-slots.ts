/** A happening by the series it is of and the day it begins on. */
interface Slot {
  eventId: string;
  startsOn: string;
}

const oneDay = 86_400_000;
/** Further than this it is another date, not the same one moved: a weekly series would slip into its neighbour. */
const mostDays = 3;

/**
 * When a whole series moves (from ten to eleven, from Tuesday to Wednesday), every slot that we know goes and a new
 * one comes. Pairs each that went with the one that came for it, first on the same day, then on the nearest within
 * three days, so that the meeting keeps its address and what people added to it.
 */
export function pairMovedSlots<Gone extends Slot, Come extends Slot>(
  gone: readonly Gone[],
  come: readonly Come[],
): { went: Gone; came: Come }[] {
  const pairs: { went: Gone; came: Come }[] = [];
  const left = { gone: new Set(gone), come: new Set(come) };
  for (let distance = 0; distance <= mostDays; distance += 1) {
    const free = new Map([...left.come].map((slot) => [keyOf(slot), slot]));
    for (const went of left.gone) {
      const came = free.get(keyOf(went, distance)) ?? free.get(keyOf(went, -distance));
      if (!came) continue;
      free.delete(keyOf(came));
      left.come.delete(came);
      left.gone.delete(went);
      pairs.push({ went, came });
    }
  }
  return pairs;
}

function keyOf({ eventId, startsOn }: Slot, daysLater = 0): string {
  return `${eventId} ${new Date(Date.parse(startsOn) + daysLater * oneDay).toISOString().slice(0, 10)}`;
}
