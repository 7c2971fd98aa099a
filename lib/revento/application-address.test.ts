import { beforeEach, expect, test, vi } from "vitest";
import { testEnvironment } from "@/testing/test-environment";

beforeEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
  const environment = testEnvironment("postgres://nobody@127.0.0.1:9/nothing");
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});

async function addressFrom(template: string | undefined): Promise<string | null> {
  vi.stubEnv("REVENTO_APPLICATION_URL", template);
  const { applicationAddress } = await import("./application-address");
  return applicationAddress("evt a/1", "app_$&?x");
}

test("an application's address is the configured one with its ids in it", async () => {
  expect(await addressFrom("https://revento.example/e/{event_id}/a/{application_id}#top")).toBe(
    "https://revento.example/e/evt%20a%2F1/a/app_%24%26%3Fx#top",
  );
});

test("without a configured address there is none", async () => {
  expect(await addressFrom(undefined)).toBeNull();
});

test.each(["https://revento.example/applications", "javascript:alert({application_id})"])(
  "an address that can lead to no application stops the start: %s",
  async (template) => {
    await expect(addressFrom(template)).rejects.toThrow("REVENTO_APPLICATION_URL");
  },
);
