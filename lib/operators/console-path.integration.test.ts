import { expect, test } from "vitest";
import { consolePath } from "./console-path";

test.each([
  "/admin",
  "/admin/connections",
  "/admin/deliveries?state=dead&event=evt_a",
  "/admin/connections/evt_a",
])("a sign-in leads back to %s", (path) => {
  expect(consolePath(path)).toBe(path);
});

test.each([
  null,
  undefined,
  "",
  "/",
  "/events",
  "/administrators",
  "/admin/../events",
  "/admin/%2e%2e/events",
  "/admin\\..\\events",
  "//evil.example/admin",
  "\\\\evil.example/admin",
  "/\\evil.example/admin",
  "https://evil.example/admin",
  "https://evil.example/admin/connections",
  "//evil.example/admin/connections",
  "http://127.0.0.1:3000@evil.example/admin",
  "http://127.0.0.1:3001/admin",
  "javascript:alert(1)//admin",
  "data:text/html,/admin",
  "/\t/evil.example/admin",
  "\n//evil.example/admin",
  "/admin/sign-out",
  "/admin/sign-in?token=a",
  `/admin?${"a".repeat(1_000)}`,
])("a sign-in that asks for %s leads to the console's first page", (path) => {
  expect(consolePath(path)).toBe("/admin");
});

test("a way back never holds what would end a header", () => {
  expect(consolePath("/admin?a=\r\nSet-Cookie: b")).not.toMatch(/[\r\n]/);
});
