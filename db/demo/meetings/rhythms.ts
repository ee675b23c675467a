import type { Weekday } from "../london-time.ts";

/** When and where a group usually meets: the nth such weekday of its months, by the clock in London. */
export interface Rhythm {
  group: string;
  nth: number;
  weekday: Weekday;
  /** Months of the year, January being 1. */
  months: number[];
  at: string;
  minutes: number;
  where: string;
  /** Held by video as well, or only. */
  online?: true;
  /** Only its members are told. */
  closed?: true;
  /** Begins when the other group's meeting of that day ends. */
  onRiseOf?: string;
}

const everyMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const odd = [1, 3, 5, 7, 9, 11];
const even = [2, 4, 6, 8, 10, 12];

/** Networks meet in the fourth week, about three weeks before their board in the third week of the month after. */
const networks: Rhythm[] = [
  {
    group: "norwich-place-network",
    nth: 4,
    weekday: "TU",
    months: everyMonth,
    at: "10:00",
    minutes: 120,
    where: "The Shoebox, 21-23 Castle Meadow, Norwich, NR1 3ZZ",
    online: true,
  },
  {
    group: "north-norfolk-place-network",
    nth: 4,
    weekday: "WE",
    months: everyMonth,
    at: "10:00",
    minutes: 120,
    where: "Owen Hall, Kerridge Way, Holt, NR25 6ZZ",
    online: true,
  },
  {
    group: "south-norfolk-place-network",
    nth: 4,
    weekday: "MO",
    months: even,
    at: "13:30",
    minutes: 120,
    where: "Becket's Hall, Church Street, Wymondham, NR18 0ZZ",
    online: true,
  },
  {
    group: "west-norfolk-place-network",
    nth: 4,
    weekday: "TH",
    months: everyMonth,
    at: "10:00",
    minutes: 120,
    where: "Purfleet Rooms, King Street, King's Lynn, PE30 1ZY",
    online: true,
  },
  {
    group: "great-yarmouth-and-waveney-place-network",
    nth: 4,
    weekday: "TU",
    months: even,
    at: "14:00",
    minutes: 120,
    where: "Priory Plain Centre, Priory Plain, Great Yarmouth, NR30 1ZZ",
    online: true,
  },
];

const board = (group: string, weekday: Weekday, at: string, where: string): Rhythm => ({
  group,
  nth: 3,
  weekday,
  months: odd,
  at,
  minutes: 120,
  where,
});

const boards: Rhythm[] = [
  board("norwich-place-board", "TH", "14:00", "Mancroft Room, City Hall, St Peter's Street, Norwich"),
  board("north-norfolk-place-board", "WE", "10:00", "Council Chamber, Holt Road, Cromer"),
  board("south-norfolk-place-board", "TU", "14:00", "The Horizon Centre, Peachman Way, Norwich"),
  board("west-norfolk-place-board", "WE", "14:00", "Town Hall, Saturday Market Place, King's Lynn"),
  board("great-yarmouth-and-waveney-place-board", "TH", "10:00", "Riverside, Canning Road, Lowestoft"),
];

const partnership = (
  district: string,
  nth: number,
  weekday: Weekday,
  months: number[],
  at: string,
  where: string,
): Rhythm => ({
  group: `${district}-partnership`,
  nth,
  weekday,
  months,
  at,
  minutes: 120,
  where,
  online: true,
});

const partnerships: Rhythm[] = [
  partnership("norwich", 1, "WE", even, "14:00", "Council Chamber, City Hall, St Peter's Street, Norwich"),
  partnership("breckland", 2, "TU", [1, 4, 7, 10], "10:00", "Anglia Room, Elizabeth House, Dereham"),
  partnership("broadland", 2, "WE", [2, 5, 8, 11], "10:00", "The Horizon Centre, Peachman Way, Norwich"),
  partnership("east-suffolk", 1, "TH", even, "10:00", "Riverside, Canning Road, Lowestoft"),
  partnership("great-yarmouth", 2, "MO", [1, 4, 7, 10], "13:30", "Town Hall, Hall Plain, Great Yarmouth"),
  partnership(
    "kings-lynn-and-west-norfolk",
    2,
    "TH",
    [2, 5, 8, 11],
    "14:00",
    "King's Court, Chapel Street, King's Lynn",
  ),
  partnership("north-norfolk", 1, "TU", [1, 4, 7, 10], "14:00", "Council Offices, Holt Road, Cromer"),
  partnership("south-norfolk", 2, "MO", even, "10:00", "The Horizon Centre, Peachman Way, Norwich"),
];

const chamber = "Council Chamber, County Hall, Martineau Lane, Norwich";
const quarters = [3, 6, 9, 12];

const system: Rhythm[] = [
  {
    group: "norfolk-hwb",
    nth: 2,
    weekday: "WE",
    months: quarters,
    at: "09:30",
    minutes: 120,
    where: chamber,
  },
  {
    group: "norfolk-and-waveney-icp",
    nth: 2,
    weekday: "WE",
    months: quarters,
    at: "11:30",
    minutes: 75,
    where: chamber,
    onRiseOf: "norfolk-hwb",
  },
  {
    group: "vcse-assembly",
    nth: 2,
    weekday: "TH",
    months: [2, 5, 8, 11],
    at: "10:00",
    minutes: 150,
    where: "Dereham Assembly Rooms, Norwich Street, Dereham, NR19 1ZY",
    online: true,
  },
  {
    group: "vcse-assembly-steering-group",
    nth: 1,
    weekday: "MO",
    months: everyMonth,
    at: "16:00",
    minutes: 60,
    where: "Online",
    online: true,
    closed: true,
  },
  {
    group: "children-and-young-people-forum",
    nth: 2,
    weekday: "TU",
    months: even,
    at: "13:00",
    minutes: 90,
    where: "Online",
    online: true,
  },
  {
    group: "older-people-forum",
    nth: 3,
    weekday: "MO",
    months: odd,
    at: "10:30",
    minutes: 90,
    where: "Trinity Rooms, Unthank Road, Norwich, NR2 2ZZ",
    online: true,
  },
  {
    group: "mental-health-forum",
    nth: 1,
    weekday: "TH",
    months: odd,
    at: "14:00",
    minutes: 90,
    where: "Rest House, 9 Bishop's Row, Norwich, NR1 1ZZ",
    online: true,
  },
];

const workstreams = [
  "food-equity",
  "social-mobility",
  "mental-health-and-social-isolation",
  "physical-activity",
  "hearing-community-voices",
  "community-access-to-support",
].map(
  (name, index): Rhythm => ({
    group: `norwich-${name}`,
    nth: 1 + (index % 3),
    weekday: index % 2 === 0 ? "TU" : "FR",
    months: odd,
    at: "15:00",
    minutes: 60,
    where: "Online",
    online: true,
    closed: true,
  }),
);

/** Every group with its rhythm; one on the rise of another comes after it. */
export const rhythms: Rhythm[] = [...networks, ...boards, ...partnerships, ...system, ...workstreams];
