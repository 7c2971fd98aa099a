import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { afterAll, beforeEach, expect, test } from "vitest";
import { connectInProcess } from "@/testing/connected-event";
import { signInInProcess } from "@/testing/sign-in-in-process";
import { startTestSandbox } from "@/testing/test-sandbox";
import { type Access, askRevento } from "./ask-revento";
import { ASSUMPTIONS } from "./assumptions";

const run = promisify(execFile);
const EVENT = "evt_harbor";
const ME = "usr_p_harbor_1";
const API = `/api/v1/events/${EVENT}`;
const sandbox = await startTestSandbox();
const { getAccessToken } = await import("@/lib/connections/get-access-token");

afterAll(() => sandbox.close());
beforeEach(() => sandbox.control("reset", {}));

async function access(): Promise<Access> {
  await connectInProcess(sandbox, EVENT, "usr_ana");
  await signInInProcess(sandbox, EVENT, ME);
  const { REVENTO_API_URL = "", REVENTO_CLIENT_ID = "", REVENTO_CLIENT_SECRET = "" } = process.env;
  return {
    apiUrl: REVENTO_API_URL,
    eventId: EVENT,
    installationToken: await getAccessToken(EVENT, "installation"),
    userToken: await getAccessToken(EVENT, ME),
    client: {
      id: REVENTO_CLIENT_ID,
      secret: REVENTO_CLIENT_SECRET,
      integrationId: process.env.REVENTO_INTEGRATION_ID ?? "",
    },
  };
}

async function verdicts(asked: Access): Promise<Record<string, string>> {
  const findings = await askRevento(asked);
  return Object.fromEntries(ASSUMPTIONS.map(({ id, check }) => [id, check(findings).state]));
}

test("all assumptions hold at the local Revento, which is only read", async () => {
  const states = await verdicts(await access());
  expect(states).toEqual(Object.fromEntries(ASSUMPTIONS.map(({ id }) => [id, "holds"])));
  const { data } = (await sandbox.control("requests")) as {
    data: { method: string; path: string }[];
  };
  const asked = data.filter(({ path }) => path.startsWith("/api/"));
  expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(["GET"]));
  expect(asked.length).toBeLessThan(20);
});

test.each([
  ["A1", API, { set: { participant_count: "many" } }],
  ["A2", `${API}/participants`, { unset: ["data.3.updated_at"] }],
  ["A3", `${API}/participants`, { unset: ["data.0.email"] }],
  ["A4", `${API}/participants`, { set: { "data.0.custom_form_fields": [] } }],
  ["A5", `${API}/activities`, { set: { "data.0.starts_at": "tomorrow" } }],
  ["A6", `${API}/threads`, { set: { has_more: true, next_cursor: "" } }],
  ["A7", `${API}/participants`, { set: { "data.0.application_status": "wait_listed" } }],
  ["A10", "/api/v1/me/profile", { unset: ["error"] }],
  ["A11", `${API}/locations`, { unset: ["data.0.id"] }],
  ["A12", `${API}/activities`, { set: { "data.0.title": null } }],
])("%s does not hold where it is broken", async (id, path, how) => {
  const asked = await access();
  const exact = path === API ? "/api/v1/events/:id" : path;
  const fault = { target: "request", method: "GET", path: exact, kind: "rewrite", times: 1 };
  await sandbox.control("faults", { ...fault, ...how });
  expect((await verdicts(asked))[id]).toBe("fails");
});

test("A8 does not hold where the clocks are apart", async () => {
  const asked = await access();
  await sandbox.control("clock", { advance_ms: 120_000 });
  expect((await verdicts(asked)).A8).toBe("fails");
});

test("what needs a secret that is not there is not seen", async () => {
  const { userToken: _, client: __, ...asked } = await access();
  expect(await verdicts(asked)).toMatchObject({ A13: "unseen", A14: "unseen" });
});

test("a token that may not read the event is said at once", async () => {
  const asked = { ...(await access()), installationToken: "rev_install_wrong" };
  await expect(askRevento(asked)).rejects.toThrow("Revento answers 401 for the event.");
});

test("npm run probe-revento prints a line for each, and says what it needs", async () => {
  const { apiUrl, installationToken } = await access();
  const probe = (environment: Record<string, string>) =>
    run(process.execPath, ["--import", "tsx", "scripts/probe/main.ts", EVENT], {
      env: { NODE_ENV: "test", PATH: process.env.PATH, ...environment },
    });
  const { stdout } = await probe({
    REVENTO_API_URL: apiUrl,
    PROBE_INSTALLATION_TOKEN: installationToken,
  });
  expect(stdout).toMatch(/^A1 +holds +the event says how many participants it has$/m);
  expect(stdout).toMatch(/^A13 +not seen +/m);
  expect(stdout).not.toContain("DOES NOT");
  await expect(probe({})).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("PROBE_INSTALLATION_TOKEN in the environment"),
  });
});

test("every assumption that is asked about is in the contract's section of them", async () => {
  const contract = await readFile("docs/revento.md", "utf8");
  const listed = [...contract.matchAll(/^\| (A\d+) \|/gm)].map(([, id]) => id);
  expect(listed.slice(0, ASSUMPTIONS.length)).toEqual(ASSUMPTIONS.map(({ id }) => id));
});
