import cronstrue from "cronstrue";

/** A cron expression as a sentence; one that cannot be read as it is. */
export function scheduleWords(schedule: string): string {
  try {
    return cronstrue.toString(schedule, { use24HourTimeFormat: true });
  } catch {
    return schedule;
  }
}
