/** For so many days its keepers put back what they archived; after that the Assembly team does. */
export const DAYS_TO_RESTORE = 30;

/** Until when keepers may put back what was archived at an instant. */
export function restorableUntil(archivedAt: Date | string): Date {
  return new Date(new Date(archivedAt).getTime() + DAYS_TO_RESTORE * 86_400_000);
}
