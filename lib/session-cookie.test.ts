import { describe, expect, test, vi } from "vitest";
import { testEnvironment } from "@/testing/test-environment";

async function cookiesAt(appUrl: string) {
  vi.resetModules();
  const database = "postgresql://nobody@127.0.0.1:9/none";
  Object.assign(process.env, testEnvironment(database), { APP_URL: appUrl });
  return import("./session-cookie");
}

describe("the session cookie", () => {
  test("over https cannot be planted by another host", async () => {
    const { sessionCookie } = await cookiesAt("https://foyer.example");
    expect(sessionCookie("abc")).toBe(
      "__Host-foyer=abc; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure",
    );
  });

  test("on this machine works without https", async () => {
    const { sessionCookie, sessionCookieName } = await cookiesAt("http://127.0.0.1:3000");
    expect(sessionCookieName()).toBe("foyer");
    expect(sessionCookie(null)).toBe("foyer=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
  });

  test("is found among others, whatever surrounds it", async () => {
    const { readCookie } = await cookiesAt("http://127.0.0.1:3000");
    expect(readCookie("a=1; foyer=x=y;b=2", "foyer")).toBe("x=y");
    expect(readCookie("xfoyer=1; foyers=2; foyer", "foyer")).toBeUndefined();
    expect(readCookie(null, "foyer")).toBeUndefined();
  });

  test.each(["\xa0", "\v", "\ufeff", "\u2028"])(
    "is not one that another host could plant behind white space %j",
    async (space) => {
      const { readCookie } = await cookiesAt("https://foyer.example");
      expect(readCookie(`${space}__Host-foyer=theirs`, "__Host-foyer")).toBeUndefined();
      expect(readCookie("a=1; \t__Host-foyer=mine \t", "__Host-foyer")).toBe("mine");
    },
  );
});
