import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SCREENS } from "./screens";

/** Routes that answer a page of their own: a message, a refusal, a certificate. */
const DRAWS = /(message|certificate|refusal|broken)Answer|answerCallback/i;
/** Their refusals are those of the pages they belong to, and of the same components. */
const DRAWN_ELSEWHERE = [
  "app/admin/sign-in/link/route.ts",
  "app/admin/sign-in/oidc/route.ts",
  "app/admin/sign-out/route.ts",
  // It leads to the door.
  "app/portal/[eventId]/(portal)/[...unknown]/page.tsx",
];

test("every screen has its row in the table that the browser looks at", () => {
  const pages = globSync("app/**/page.tsx");
  const routes = globSync("app/**/route.ts").filter((file) =>
    DRAWS.test(readFileSync(file, "utf8")),
  );
  const known = new Set([...SCREENS.map(({ file }) => file), ...DRAWN_ELSEWHERE]);
  expect([...pages, ...routes].filter((file) => !known.has(file))).toEqual([]);
  expect([...known].filter((file) => ![...pages, ...routes].includes(file))).toEqual([]);
});

test("no two screens have one name", () => {
  const names = SCREENS.map(({ role, name }) => `${role}: ${name}`);
  expect(new Set(names).size).toBe(names.length);
});
