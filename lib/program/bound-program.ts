import { startOf } from "@/lib/start-of";
import type { PlacedActivityView } from "./program-view";

/** Characters of JSON that a page gets of a program, and how many of them descriptions may take. */
const MOST = 900_000;
const DESCRIPTIONS = 300_000;

/**
 * As many activities as a page has room for, the first ones, with the beginnings of their descriptions. `left`:
 * how many there are besides.
 */
export function boundProgram(all: PlacedActivityView[]): {
  activities: PlacedActivityView[];
  left: number;
} {
  const longest = Math.floor(DESCRIPTIONS / Math.max(1, all.length));
  const activities: PlacedActivityView[] = [];
  let room = MOST;
  for (const each of all) {
    const activity = { ...each, description: beginningOf(each.description, longest) };
    room -= JSON.stringify(activity).length;
    if (room < 0) break;
    activities.push(activity);
  }
  return { activities, left: all.length - activities.length };
}

function beginningOf(text: string | null, length: number): string | null {
  if (text === null || text.length <= length) return text;
  return `${startOf(text, length)}…`;
}
