/** Closed by the clock: at its closing moment and after, with no hand needed. No closing moment: open until taken down. */
export function isClosed(opportunity: { closesAt: Date | null }, now: Date): boolean {
  return opportunity.closesAt !== null && opportunity.closesAt <= now;
}
