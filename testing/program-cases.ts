import type { PlacedActivityView } from "@/lib/program/program-view";
import { anActivity } from "./an-activity";

/**
 * What organizers write into programs: each activity with everything that pages, overlaps, agendas and calendar
 * files must make of it. All of them on one event's clock, which is `zone`.
 */
export type ProgramCase = {
  name: string;
  zone: string;
  activity: PlacedActivityView;
  /** The days it stands under (YYYY-MM-DD, "" without any), and what is said of its time under each. */
  days: [day: string, time: string][];
  /** Of a moment: whether it is on. */
  now: [moment: string, isOn: boolean][];
  /** Whether something at the same place and time is in its way, one minute after its start. */
  overlaps: boolean;
  /** DTSTART and DTEND of its calendar entry; null: it has none. */
  calendar: [start: string, end: string | null] | null;
  /** Whether it stands among the hours of the first day's timetable. */
  hasHours: boolean;
};

const ZAGREB = "Europe/Zagreb";
const at = (
  startsAt: string | null,
  endsAt: string | null,
  more: Partial<PlacedActivityView> = {},
) => anActivity("act_1", startsAt, endsAt, { locationId: "loc_1", ...more });

export const PROGRAM_CASES: readonly ProgramCase[] = [
  {
    name: "an hour and a half",
    zone: ZAGREB,
    activity: at("2026-12-01T17:00:00.000Z", "2026-12-01T18:30:00.000Z"),
    days: [["2026-12-01", "18:00 – 19:30"]],
    now: [
      ["2026-12-01T17:00:00Z", true],
      ["2026-12-01T18:30:00Z", false],
    ],
    overlaps: true,
    calendar: ["20261201T170000Z", "20261201T183000Z"],
    hasHours: true,
  },
  {
    name: "over three days",
    zone: ZAGREB,
    activity: at("2026-12-01T17:00:00.000Z", "2026-12-03T11:00:00.000Z"),
    days: [
      ["2026-12-01", "18:00 – Thu 3 Dec, 12:00"],
      ["2026-12-02", "until Thu 3 Dec, 12:00"],
      ["2026-12-03", "until 12:00"],
    ],
    now: [
      ["2026-12-02T17:00:00Z", true],
      ["2026-12-03T11:00:00Z", false],
    ],
    overlaps: true,
    calendar: ["20261201T170000Z", "20261203T110000Z"],
    hasHours: true,
  },
  {
    name: "past midnight",
    zone: ZAGREB,
    activity: at("2026-12-01T22:30:00.000Z", "2026-12-02T00:30:00.000Z"),
    days: [
      ["2026-12-01", "23:30 – Wed 2 Dec, 01:30"],
      ["2026-12-02", "until 01:30"],
    ],
    now: [["2026-12-02T00:00:00Z", true]],
    overlaps: true,
    calendar: ["20261201T223000Z", "20261202T003000Z"],
    hasHours: true,
  },
  {
    name: "until midnight",
    zone: ZAGREB,
    activity: at("2026-12-01T21:00:00.000Z", "2026-12-01T23:00:00.000Z"),
    days: [["2026-12-01", "22:00 – 00:00"]],
    now: [["2026-12-01T22:59:00Z", true]],
    overlaps: true,
    calendar: ["20261201T210000Z", "20261201T230000Z"],
    hasHours: true,
  },
  {
    name: "all day",
    zone: ZAGREB,
    activity: at("2026-12-01T23:00:00.000Z", "2026-12-02T23:00:00.000Z"),
    days: [["2026-12-02", "All day"]],
    now: [["2026-12-02T12:00:00Z", true]],
    overlaps: true,
    calendar: ["20261201T230000Z", "20261202T230000Z"],
    hasHours: false,
  },
  {
    name: "all day, to the minute before midnight",
    zone: ZAGREB,
    activity: at("2026-12-01T23:00:00.000Z", "2026-12-02T22:59:00.000Z"),
    days: [["2026-12-02", "All day"]],
    now: [["2026-12-02T12:00:00Z", true]],
    overlaps: true,
    calendar: ["20261201T230000Z", "20261202T225900Z"],
    hasHours: false,
  },
  {
    name: "three whole days over the end of a year",
    zone: "UTC",
    activity: at("2026-12-30T00:00:00.000Z", "2027-01-02T00:00:00.000Z"),
    days: [
      ["2026-12-30", "All day, until Fri 1 Jan"],
      ["2026-12-31", "All day, until Fri 1 Jan"],
      ["2027-01-01", "All day"],
    ],
    now: [["2027-01-01T23:59:00Z", true]],
    overlaps: true,
    calendar: ["20261230T000000Z", "20270102T000000Z"],
    hasHours: false,
  },
  {
    name: "an end before the start",
    zone: ZAGREB,
    activity: at("2026-12-01T12:00:00.000Z", "2026-12-01T11:00:00.000Z"),
    days: [["2026-12-01", "13:00 – 12:00 (ends before it begins)"]],
    now: [["2026-12-01T11:30:00Z", false]],
    overlaps: false,
    calendar: ["20261201T120000Z", null],
    hasHours: true,
  },
  {
    name: "an end on the day before",
    zone: ZAGREB,
    activity: at("2026-12-01T12:00:00.000Z", "2026-11-30T13:00:00.000Z"),
    days: [["2026-12-01", "13:00 – Mon 30 Nov, 14:00 (ends before it begins)"]],
    now: [["2026-11-30T14:00:00Z", false]],
    overlaps: false,
    calendar: ["20261201T120000Z", null],
    hasHours: true,
  },
  {
    name: "no end",
    zone: ZAGREB,
    activity: at("2026-12-01T12:00:00.000Z", null),
    days: [["2026-12-01", "13:00"]],
    now: [["2026-12-01T12:00:00Z", false]],
    overlaps: false,
    calendar: ["20261201T120000Z", null],
    hasHours: true,
  },
  {
    name: "no time at all, but a day",
    zone: ZAGREB,
    activity: at(null, null, { day: "2026-12-02" }),
    days: [["2026-12-02", ""]],
    now: [["2026-12-02T12:00:00Z", false]],
    overlaps: false,
    calendar: null,
    hasHours: false,
  },
  {
    name: "neither time nor day",
    zone: ZAGREB,
    activity: at(null, null),
    days: [["", ""]],
    now: [["2026-12-02T12:00:00Z", false]],
    overlaps: false,
    calendar: null,
    hasHours: false,
  },
  {
    name: "cancelled",
    zone: ZAGREB,
    activity: at("2026-12-01T17:00:00.000Z", "2026-12-01T18:30:00.000Z", { status: "cancelled" }),
    days: [["2026-12-01", "18:00 – 19:30"]],
    now: [["2026-12-01T17:30:00Z", false]],
    overlaps: false,
    calendar: ["20261201T170000Z", "20261201T183000Z"],
    hasHours: true,
  },
  {
    name: "a zone of half an hour",
    zone: "Asia/Kolkata",
    activity: at("2026-12-01T18:30:00.000Z", "2026-12-02T18:30:00.000Z"),
    days: [["2026-12-02", "All day"]],
    now: [["2026-12-02T12:00:00Z", true]],
    overlaps: true,
    calendar: ["20261201T183000Z", "20261202T183000Z"],
    hasHours: false,
  },
  {
    name: "a zone that is only an offset",
    zone: "+05:30",
    activity: at("2026-12-01T18:30:00.000Z", "2026-12-01T19:30:00.000Z"),
    days: [["2026-12-02", "00:00 – 01:00"]],
    now: [["2026-12-01T18:30:00Z", true]],
    overlaps: true,
    calendar: ["20261201T183000Z", "20261201T193000Z"],
    hasHours: true,
  },
  {
    name: "a zone in small letters",
    zone: "europe/zagreb",
    activity: at("2026-12-01T23:30:00.000Z", "2026-12-02T00:30:00.000Z"),
    days: [["2026-12-02", "00:30 – 01:30"]],
    now: [["2026-12-02T00:00:00Z", true]],
    overlaps: true,
    calendar: ["20261201T233000Z", "20261202T003000Z"],
    hasHours: true,
  },
];
