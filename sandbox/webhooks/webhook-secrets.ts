import type { SandboxConfig } from "../config";
import type { Store } from "../store/store";

/** The signing secrets, the one that signs first; both are valid in a rotation (contract 6.2, A). */
export function readWebhookSecrets(store: Store, config: SandboxConfig): readonly string[] {
  return store.readSetting<string[]>("webhook_secrets") ?? config.webhookSecrets;
}

/** Makes a new secret the one that signs; the last one is kept as the second. */
export function rotateWebhookSecret(store: Store, config: SandboxConfig, secret: string): void {
  const previous = readWebhookSecrets(store, config)[0];
  store.writeSetting("webhook_secrets", previous ? [secret, previous] : [secret]);
}
