import type { Platform } from "../platform/platform";
import { seedWorld } from "../seed/seed-world";

/** Everything as on the first day: fresh seed, no connections, no counters, the clock at real time. */
export function resetPlatform(platform: Platform): void {
  platform.store.clear();
  platform.clock.reset();
  platform.faults.clear();
  platform.requests.clear();
  platform.limits.clear();
  seedWorld(platform.store, platform.clock.now());
}
