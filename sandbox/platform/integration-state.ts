import type { Platform } from "./platform";

/** Whether the integration may be used at all (contract 7.4, 7.6). */
export type IntegrationState = { published: boolean; suspended: boolean; reason: string | null };

/** The integration's state; published and in good standing unless somebody changed it. */
export function readIntegrationState(platform: Platform): IntegrationState {
  const saved = platform.store.readSetting<IntegrationState>("integration");
  return saved ?? { published: true, suspended: false, reason: null };
}

/** Replaces the integration's state. */
export function writeIntegrationState(platform: Platform, state: IntegrationState): void {
  platform.store.writeSetting("integration", state);
}
