import { isoInstant, utc, wallOf, type Zone, zoneNamed } from "#app/domain/calendars/time-zone.ts";

const zoneOf = (name: string | undefined): Zone => (name && zoneNamed(name)) || utc;

/**
 * An instant in the shape of Day.js, which ical-generator asks for its date in a zone. Given a plain Date it
 * would write the server's own wall clock beside our TZID.
 */
export class Moment {
  constructor(
    private readonly instant: number,
    private readonly zone: Zone = utc,
  ) {}

  tz = (name?: string) => new Moment(this.instant, zoneOf(name));
  utc = () => new Moment(this.instant);
  isValid = () => !Number.isNaN(this.instant);
  toDate = () => new Date(this.instant);
  toJSON = () => new Date(this.instant).toISOString();

  /** ical-generator asks for `YYYYMMDD` and for `HHmmss`, and for nothing else. */
  format = (pattern?: string): string => {
    const [date, time] = compactWall(wallOf(this.instant, this.zone));
    return pattern === "HHmmss" ? time : date;
  };
}

/** A wall-clock time as iCalendar writes it: `20260104` and `100000`. */
export function compactWall(wall: number): [date: string, time: string] {
  const [date = "", time = ""] = isoInstant(wall).replace(/[-:Z]/g, "").split("T");
  return [date, time];
}
