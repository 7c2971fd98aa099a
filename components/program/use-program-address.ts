import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

export const PROGRAM_ORDERS = ["day", "thread", "place"] as const;
export type ProgramOrder = (typeof PROGRAM_ORDERS)[number];

const PARSERS = {
  by: parseAsStringLiteral(PROGRAM_ORDERS).withDefault("day"),
  view: parseAsStringLiteral(["list", "timetable"]).withDefault("list"),
  show: parseAsStringLiteral(["all", "overlaps"]).withDefault("all"),
  q: parseAsString.withDefault(""),
  activity: parseAsString,
};

/** What of the program lives in the address: how it is ordered and shown, the search, and the opened activity. */
export function useProgramAddress() {
  const [address, change] = useQueryStates(PARSERS, { history: "replace" });
  return { ...address, change };
}

/** The address of one activity, which anybody can copy. */
export function activityHref(eventId: string, activityId: string): string {
  const search = new URLSearchParams({ activity: activityId });
  return `/events/${encodeURIComponent(eventId)}/program?${search}`;
}
