const format = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** A plain date as letters and titles say it: "1 May 2026". */
export const dayInWords = (day: string): string => format.format(new Date(`${day}T00:00:00Z`));
