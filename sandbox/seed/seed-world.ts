import type { EventRow } from "../store/rows";
import type { Store } from "../store/store";
import { EVENTS, ORGANIZATIONS, PEOPLE } from "./fixed-world";
import { generateApplications, generateOtherRoles } from "./generate-participants";
import { generateProgram } from "./generate-program";

const DAY_MS = 86_400_000;
const OPENING_HOUR_MS = 8 * 3_600_000;

/**
 * Writes organizations, organizers and events if the store is empty; `now` (epoch ms) is the day
 * they are dated by. Applications and programs follow when somebody first needs the event.
 */
export function seedWorld(store: Store, now: number): void {
  if (store.readSetting("seed_day") !== undefined) return;
  const day = Math.floor(now / DAY_MS) * DAY_MS;
  store.transaction(() => {
    store.writeSetting("seed_day", day);
    for (const organization of ORGANIZATIONS) store.insert("organizations", organization);
    for (const person of PEOPLE) store.insert("people", person);
    for (const spec of EVENTS) {
      const startsAt = day + spec.startsInDays * DAY_MS + OPENING_HOUR_MS;
      store.insert("events", {
        id: spec.id,
        organization_id: spec.organizationId,
        title: spec.title,
        description: spec.description,
        starts_at: startsAt,
        ends_at: startsAt + 2 * DAY_MS + 10 * 3_600_000,
        publish_status: "published",
        min_age: spec.minAge,
        timezone: spec.timezone,
        updated_at: day - DAY_MS,
      });
    }
  });
}

/** Generates an event's participants and program the first time anybody needs them. */
export function ensureEventSeeded(store: Store, event: EventRow): void {
  if (event.seeded) return;
  const spec = EVENTS.find((candidate) => candidate.id === event.id);
  const day = store.readSetting<number>("seed_day");
  if (!spec || day === undefined) return;
  store.transaction(() => {
    const range = { from: 1, to: spec.size, day, reviewerId: spec.reviewerId };
    generateApplications(store, event, range);
    generateOtherRoles(store, event, spec, day);
    generateProgram(store, event, day);
    store.run("UPDATE events SET seeded = 1 WHERE id = ?", event.id);
  });
}
