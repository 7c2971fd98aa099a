import type { Platform } from "../platform/platform";

/** Which tokens die: all, those of an event, of a person in an event, or one family. */
export type Victims =
  | { all: true }
  | { familyId: number }
  | { eventId: string; kind?: "installation" | "user"; userId?: string };

/** Kills every living token of these families at once; answers how many families died. */
export function revokeFamilies(platform: Platform, victims: Victims, reason: string): number {
  const conditions = ["revoked_at IS NULL"];
  const parameters: (string | number)[] = [platform.clock.now(), reason];
  const add = (condition: string, value: string | number | undefined) => {
    if (value === undefined) return;
    conditions.push(condition);
    parameters.push(value);
  };
  if ("familyId" in victims) add("id = ?", victims.familyId);
  if ("eventId" in victims) {
    add("event_id = ?", victims.eventId);
    add("kind = ?", victims.kind);
    add("user_id = ?", victims.userId);
  }
  return platform.store.run(
    `UPDATE families SET revoked_at = ?, revoke_reason = ? WHERE ${conditions.join(" AND ")}`,
    ...parameters,
  );
}
