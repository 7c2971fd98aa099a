import { notify } from "./notify";

/**
 * Tells the open pages of an event that changes were recorded. Call it after the commit, never inside
 * the transaction. Coalesced; never rejects; waiting for it is not needed.
 */
export async function announceChanges(eventId: string): Promise<void> {
  await notify("foyer_changes", eventId);
}
