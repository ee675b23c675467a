export const PRODUCT = "Assembly";

/** The text of `<title>`. With errors it starts with "Error:", so that a screen reader says so first. */
export function titleFor(title?: string, hasErrors = false): string {
  const whole = title ? `${title} – ${PRODUCT}` : PRODUCT;
  return hasErrors ? `Error: ${whole}` : whole;
}
