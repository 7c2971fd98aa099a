import { notify } from "./notify";

/**
 * Wakes the workers: deliveries were stored, a sync was asked for, or an erasure. Call it after the commit.
 * Coalesced; never rejects; waiting for it is not needed, because the workers also look by themselves.
 */
export async function wake(
  channel: "foyer_inbox" | "foyer_syncs" | "foyer_erasures",
): Promise<void> {
  await notify(channel);
}
