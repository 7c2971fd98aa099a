import { createHash, timingSafeEqual } from "node:crypto";
import type { Platform } from "../platform/platform";

/** Whether these are the registered client's credentials, compared in constant time. */
export function isRegisteredClient(platform: Platform, id: string, secret: string): boolean {
  const idMatches = equalInConstantTime(id, platform.config.clientId);
  const matches = readClientSecrets(platform).map((valid) => equalInConstantTime(secret, valid));
  return idMatches && matches.includes(true);
}

/** Issues a new client secret; the one before it stays valid, as in any rotation (contract 2.9). */
export function rotateClientSecret(platform: Platform, secret: string): void {
  const previous = readClientSecrets(platform)[0];
  platform.store.writeSetting("client_secrets", previous ? [secret, previous] : [secret]);
}

function readClientSecrets(platform: Platform): readonly string[] {
  return platform.store.readSetting<string[]>("client_secrets") ?? [platform.config.clientSecret];
}

function equalInConstantTime(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
