import type { PlacedActivityView, ProgramView } from "@/lib/program/program-view";
import { groupByDay, onlyWithActivities } from "./group-by-day";
import type { ProgramOrder } from "./use-program-address";

/** Activities that belong under one heading, in order of time. */
export type ProgramGroup = {
  key: string;
  name: string;
  title: string | null;
  activities: PlacedActivityView[];
};

/** The program under headings: its days, its threads in Revento's order, or its places by name. */
export function groupProgram(program: ProgramView, by: ProgramOrder): ProgramGroup[] {
  if (by === "day") return groupByDay(program);
  if (by === "thread") return groupByThread(program);
  return groupByPlace(program);
}

function groupByThread({ threads, activities }: ProgramView): ProgramGroup[] {
  const known = new Set(threads.map((thread) => thread.threadId));
  const named = threads.map(({ threadId, title }) => ({
    key: threadId,
    name: title,
    title: null,
    activities: activities.filter((each) => each.threadId === threadId),
  }));
  const others = activities.filter((each) => !each.threadId || !known.has(each.threadId));
  return onlyWithActivities([
    ...named,
    { key: "", name: "Without a thread", title: null, activities: others },
  ]);
}

function groupByPlace({ activities }: ProgramView): ProgramGroup[] {
  const byPlace = Map.groupBy(activities, (each) =>
    each.place === null ? "" : (each.locationId ?? ""),
  );
  const groups = [...byPlace].map(([key, inPlace]) => ({
    key,
    name: inPlace[0]?.place ?? "Without a place",
    title: null,
    activities: inPlace,
  }));
  return groups.sort((a, b) =>
    a.key === "" || b.key === ""
      ? Number(a.key === "") - Number(b.key === "")
      : a.name.localeCompare(b.name),
  );
}
