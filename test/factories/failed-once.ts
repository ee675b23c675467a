/**
 * Events that our reading once fell over, each tried first by the property that looks for more: what a fuzz finds is
 * added here. The lines of a VEVENT, and whether they stand in a whole calendar.
 */
export const failedOnce: [lines: string[], isWhole: boolean][] = [
  ...[
    // Looked through again from each bracket: half a minute
    ["DTSTART:20260603T090000Z", `SUMMARY:${"[".repeat(60_000)}`],
    ["DTSTART:20260603T090000Z", `DESCRIPTION:${"<a ".repeat(20_000)}`],
    // Lost, or on wrong dates
    ["DTSTART:20260105T100000Z", "RRULE:FREQ=MONTHLY;BYDAY=MO,-1FR"],
    ["DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-5"],
    ["DTSTART;VALUE=DATE:19650105", "RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU"],
    ["DTSTART:20260603T090000Z", "RRULE:FREQ=DAILY;COUNT=2147483647"],
    // A fold after empty lines left its break in the title
    ["DTSTART:20260603T090000Z", "SUMMARY:Caf", "", " é", "", "", "  für alle"],
    ["DTSTART;TZID=tzone://Microsoft/Utc:20260603T090000", "SUMMARY:a"],
    ["RECURRENCE-ID:20260603T090000Z", "STATUS:CANCELLED"],
  ].map((lines): [string[], boolean] => [[...lines, "END:VEVENT"], true]),
  [["\r", " ", "\t\u0001"], false],
];
