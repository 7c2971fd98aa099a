import { globSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Part, startPart } from "@/scripts/launch/child-process";
import { connectByHttp } from "@/testing/connect-by-http";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";
import { freshFoyer } from "@/testing/fresh-foyer";
import { nextTestPort } from "@/testing/test-ports";

/** Every page of the portal: proxy.ts names them, too. */
const PORTAL_PAGES: Record<string, string> = {
  "app/portal/[eventId]/page.tsx": "/portal/evt_harbor",
  "app/portal/[eventId]/program/page.tsx": "/portal/evt_harbor/program",
  "app/portal/[eventId]/agenda/page.tsx": "/portal/evt_harbor/agenda",
  "app/portal/[eventId]/me/page.tsx": "/portal/evt_harbor/me",
  "app/portal/[eventId]/sign-in/page.tsx": "/portal/evt_harbor/sign-in?challenge=guessed",
};
/** Every other kind of page and answer that Next gives, and addresses that only look like the portal's. */
const OTHER_PAGES = [
  "/",
  "/events",
  "/events/evt_harbor",
  "/events/evt_harbor/applications",
  "/events/evt_harbor/settings",
  "/events/evt_nothing",
  "/connect",
  "/door/evt_harbor",
  "/join/guessed",
  "/connect?event_id=evt_harbor",
  "/connect/callback?code=guessed&state=guessed",
  "/api/auth/csrf",
  "/api/auth/callback/revento?code=guessed&state=guessed",
  "/api/auth/signin",
  "/api/portal/evt_harbor",
  "/api/portal/evt_harbor/data/download",
  "/api/events/evt_harbor/overview",
  "/admin",
  "/admin/sign-in",
  "/admin/sign-in?token=guessed",
  "/admin/sign-in/oidc",
  "/admin/connections",
  "/admin/connections/evt_harbor",
  "/admin/nothing",
  "/api/admin/me",
  "/api/admin/nothing",
  "/api/auth/callback/operators?code=guessed&state=guessed",
  "/api/certificates/keys",
  "/api/health",
  "/api/live",
  "/certificates/guessed",
  "/api/ready",
  "/icon.svg",
  "/nothing",
  "/portals/evt_harbor",
  "/portal-evt_harbor",
  "/Portal/evt_harbor",
  "/portal",
  "/portal/evt_harbor/nothing",
  "/portal/evt_harbor/program/nothing",
  "/events/portal/evt_harbor",
  "/events/../events?next=/portal/evt_harbor",
];

let foyer: FoyerUnderTest;
let organizer: string;
/** More web processes of the same build, for other frames. */
const others: Part[] = [];
let logs: string;

beforeAll(async () => {
  foyer = await freshFoyer();
  organizer = await connectByHttp(foyer, "evt_harbor", "usr_ana");
  logs = await mkdtemp(path.join(tmpdir(), "foyer-framing-"));
});

afterAll(async () => {
  for (const part of others) await part.stop();
  await foyer?.close();
  await rm(logs, { recursive: true, force: true });
});

async function serveWith(frameOrigins: string): Promise<string> {
  const port = await nextTestPort();
  const env = { ...foyer.env, PORT: String(port), REVENTO_FRAME_ORIGINS: frameOrigins };
  const part = await startPart({
    name: "Another web process",
    script: "server/main.ts",
    env: { ...env, NODE_ENV: "production" },
    readyLine: /foyer web listening/,
    logFile: path.join(logs, `${port}.log`),
  });
  others.push(part);
  return `http://127.0.0.1:${port}`;
}

async function ask(at: string, url = foyer.appUrl) {
  const answer = await fetch(url + at, { redirect: "manual", headers: { cookie: organizer } });
  const policy = answer.headers.get("content-security-policy") ?? "";
  return { status: answer.status, policy, text: await answer.text() };
}

/** Who may frame an answer. Two policies in one header are a mistake, whatever browsers make of them. */
function framersOf(policy: string): string | undefined {
  expect(policy).not.toContain(",");
  const said = policy.split(/;\s*/).filter((part) => part.startsWith("frame-ancestors "));
  expect(said).toHaveLength(1);
  return said[0]?.slice("frame-ancestors ".length);
}

describe("a page of the portal", () => {
  test("is in this table, whichever it is", () => {
    const files = globSync("app/portal/**/page.tsx").map((file) =>
      file.replace(/\([a-z-]+\)\//g, ""),
    );
    // Other addresses lead to the door; until there nobody frames them.
    const pages = files.filter((file) => !file.includes("[...unknown]"));
    expect(pages.sort()).toEqual(Object.keys(PORTAL_PAGES).sort());
  });

  test.each([...Object.values(PORTAL_PAGES), "/portal/evt_nothing", "/portal/evt_harbor?q=1"])(
    "%s is framed by Revento and by nobody else",
    async (page) => {
      expect(framersOf((await ask(page)).policy)).toBe(foyer.sandboxUrl);
    },
  );

  test("runs the scripts that Next put on it, and no other", async () => {
    const [first, second] = [await ask("/portal/evt_harbor"), await ask("/portal/evt_harbor")];
    const nonce = /script-src 'self' 'nonce-([A-Za-z0-9+/=]{22,})' 'strict-dynamic';/.exec(
      first.policy,
    )?.[1];
    expect(nonce).toBeTruthy();
    expect(second.policy).not.toContain(nonce);
    const scripts = first.text.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect(first.policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  });

  test("sends forms to us and to Revento's sign-in only", async () => {
    const { policy } = await ask("/portal/evt_harbor");
    expect(policy).toContain(`form-action 'self' ${foyer.sandboxUrl};`);
    expect(policy).toContain("default-src 'self';");
  });
});

describe("the same build", () => {
  test("lets other origins frame it, as its environment says", async () => {
    const url = await serveWith("https://app.revento.example, https://m.revento.example:8443");
    expect(framersOf((await ask("/portal/evt_harbor", url)).policy)).toBe(
      "https://app.revento.example https://m.revento.example:8443",
    );
    expect(framersOf((await ask("/events", url)).policy)).toBe("'none'");
  });

  test("lets nobody frame it where no origin is named", async () => {
    const url = await serveWith("");
    expect(framersOf((await ask("/portal/evt_harbor", url)).policy)).toBe("'none'");
  });
});

test.each(OTHER_PAGES)("%s refuses to be framed", async (page) => {
  const { status, policy } = await ask(page);
  expect(status).toBeLessThan(500);
  expect(framersOf(policy)).toBe("'none'");
});
