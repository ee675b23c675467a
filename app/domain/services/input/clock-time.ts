/**
 * A time of day as people write it ("9.30am", "2 pm", "14:00", "1400", "midday") as "09:30"; null for what is none.
 * A bare "9" is the hour of a 24-hour clock.
 */
export function readClockTime(text: string): string | null {
  const given = text.trim().toLowerCase().replace(/\s+/g, "");
  if (/^(midday|noon|12noon)$/.test(given)) return "12:00";
  if (/^(midnight|12midnight)$/.test(given)) return "00:00";
  const [, hours, minutes = "00", half] =
    /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(given) ?? /^(\d{2})(\d{2})()$/.exec(given) ?? [];
  if (hours === undefined || Number(minutes) > 59) return null;
  const hour = hourOf(Number(hours), half || undefined);
  return hour === null ? null : `${String(hour).padStart(2, "0")}:${minutes}`;
}

function hourOf(said: number, half: string | undefined): number | null {
  if (half === undefined) return said < 24 ? said : null;
  if (said < 1 || said > 12) return null;
  return (said % 12) + (half === "pm" ? 12 : 0);
}
