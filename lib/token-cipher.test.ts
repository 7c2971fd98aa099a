import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { testEnvironment } from "@/testing/test-environment";

const BINDING = { eventId: "evt_a", holder: "installation", use: "refresh" } as const;
const newKey = (id: string) => `${id}:${randomBytes(32).toString("base64url")}`;
const OLD = newKey("old");
const NEW = newKey("new");

/** The cipher as a process sees it that was started with these keys. */
async function cipherWith(keys: string[]) {
  vi.resetModules();
  const database = "postgresql://nobody@127.0.0.1:9/none";
  Object.assign(process.env, testEnvironment(database), { TOKEN_KEYS: keys.join(",") });
  return import("./token-cipher");
}

let cipher: Awaited<ReturnType<typeof cipherWith>>;
beforeEach(async () => {
  cipher = await cipherWith([OLD]);
});

describe("a token at rest (contract 2.9)", () => {
  test("opens where it belongs, and shows nothing of itself", async () => {
    const closed = await cipher.encryptToken("rev_refresh_secret", BINDING);
    expect(closed).not.toContain("rev_");
    expect(Buffer.from(closed, "base64url").toString("latin1")).not.toContain("secret");
    expect(await cipher.decryptToken(closed, BINDING)).toBe("rev_refresh_secret");
  });

  test.each([
    ["another event", { ...BINDING, eventId: "evt_b" }],
    ["another holder", { ...BINDING, holder: "usr_a" }],
    ["another use", { ...BINDING, use: "access" as const }],
  ])("does not open after it was moved to %s", async (_where, elsewhere) => {
    const closed = await cipher.encryptToken("rev_refresh_secret", BINDING);
    await expect(cipher.decryptToken(closed, elsewhere)).rejects.toThrow();
  });

  test("does not open after any part of it was changed", async () => {
    const closed = await cipher.encryptToken("rev_refresh_secret", BINDING);
    for (const at of [5, closed.length - 30, closed.length - 3]) {
      const changed = closed[at] === "A" ? "B" : "A";
      const forged = closed.slice(0, at) + changed + closed.slice(at + 1);
      await expect(cipher.decryptToken(forged, BINDING)).rejects.toThrow();
    }
  });

  test("is never read as clear text", async () => {
    await expect(cipher.decryptToken("rev_refresh_secret", BINDING)).rejects.toThrow();
  });

  test("survives a rotation of the key, and is closed with the newest one from then on", async () => {
    const closed = await cipher.encryptToken("rev_refresh_secret", BINDING);
    const rotated = await cipherWith([NEW, OLD]);
    expect(await rotated.decryptToken(closed, BINDING)).toBe("rev_refresh_secret");
    const again = await rotated.encryptToken("rev_refresh_secret", BINDING);
    const later = await cipherWith([NEW]);
    expect(await later.decryptToken(again, BINDING)).toBe("rev_refresh_secret");
    await expect(later.decryptToken(closed, BINDING)).rejects.toThrow(/not in TOKEN_KEYS/);
  });
});
