import { beforeEach, expect, test, vi } from "vitest";
import { testEnvironment } from "@/testing/test-environment";

beforeEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
  const environment = testEnvironment("postgres://nobody@127.0.0.1:9/nothing");
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});

async function framersFrom(text: string): Promise<string[]> {
  vi.stubEnv("REVENTO_FRAME_ORIGINS", text);
  const { env } = await import("./env");
  return env().REVENTO_FRAME_ORIGINS;
}

test("frames are named by their origins, and none is a choice", async () => {
  expect(await framersFrom("")).toEqual([]);
  vi.resetModules();
  expect(await framersFrom("https://app.revento.example, http://localhost:4000")).toEqual([
    "https://app.revento.example",
    "http://localhost:4000",
  ]);
});

test.each([
  "*",
  "https:",
  "'self'",
  "https://*.revento.example",
  "app.revento.example",
  "https://app.revento.example/",
  "https://app.revento.example/webview",
  "https://app.revento.example:443",
  "https://App.revento.example",
  "https://someone@app.revento.example",
  "https://app.revento.example; script-src *",
  "https://app.revento.example;script-src",
  "https://app.revento.example https://evil.example",
  "https://app.revento.example,*",
  "data://app.revento.example",
])("what is no origin stops the start: %s", async (text) => {
  await expect(framersFrom(text)).rejects.toThrow("REVENTO_FRAME_ORIGINS: must be origins such as");
});
