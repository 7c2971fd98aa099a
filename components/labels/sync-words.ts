import type { SyncProgressView } from "@/lib/syncs/sync-progress-view";

const RESOURCES: Record<string, string> = {
  event: "the event",
  "program-days": "the days of the program",
  program: "the program",
  program_days: "the days of the program",
  threads: "the threads of the program",
  activities: "the activities",
  locations: "the places",
  registration_waves: "the registration waves",
  "registration-waves": "the registration waves",
  participants: "participants and applications",
};

const count = (value: number) => value.toLocaleString("en-GB");

/** How long something takes, in one unit and never more exactly than anybody knows. */
export function roughly(seconds: number): string {
  if (seconds < 10) return "a few seconds left";
  if (seconds < 90) return `about ${Math.ceil(seconds / 10) * 10} seconds left`;
  if (seconds < 5_400) return `about ${Math.ceil(seconds / 60)} minutes left`;
  return `about ${Math.ceil(seconds / 3_600)} hours left`;
}

/** What a run is doing, in a sentence. */
export function syncSentence(progress: SyncProgressView): string {
  const { state, resource, rows, expectedRows, isVerifying, waitingUntil, error } = progress;
  if (waitingUntil && error) {
    return "Revento does not answer right now. Foyer tries again by itself; what has arrived stays usable.";
  }
  if (state === "queued") return "Foyer is about to begin reading from Revento.";
  if (isVerifying && !waitingUntil) {
    return `Checking with Revento what Foyer had read before: ${count(rows)} so far. Nothing of it is lost.`;
  }
  const what = RESOURCES[resource ?? ""] ?? "the event";
  if (resource !== "participants") return `Reading ${what} from Revento.`;
  const far = expectedRows === null ? count(rows) : `${count(rows)} of ${count(expectedRows)}`;
  if (!waitingUntil) return `Reading ${what} from Revento: ${far} so far.`;
  return `Read ${far} ${what}. Waiting a moment: Revento limits how much may be read at a time.`;
}
