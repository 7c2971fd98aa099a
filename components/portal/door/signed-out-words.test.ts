import { expect, test } from "vitest";
import type { SignedOutReason } from "@/lib/portal/portal-entry-view";
import { signedOutWords } from "./signed-out-words";

const MENDED_BY_SIGNING_IN: [SignedOutReason, boolean][] = [
  ["revoked_by_you", true],
  ["grant_ended", true],
  ["signed_out_everywhere", true],
  ["session_ended", true],
  ["connection_ended", false],
];

test.each(MENDED_BY_SIGNING_IN)(
  "somebody who is out for %s is offered to sign in: %s",
  (reason, can) => {
    const { title, happened, next, canSignIn } = signedOutWords(reason, true);
    expect(canSignIn).toBe(can);
    expect(/sign in again/i.test(next)).toBe(can);
    expect([title, happened]).not.toContain("");
  },
);

test.each(MENDED_BY_SIGNING_IN)("nobody is sent to a portal that is not open (%s)", (reason) => {
  const { next, canSignIn } = signedOutWords(reason, false);
  expect(canSignIn).toBe(false);
  expect(next).not.toMatch(/sign in again/i);
});

test("a browser that holds no sign-in is told so, without a reason made up", () => {
  expect(signedOutWords(null, true)).toMatchObject({
    title: "You are signed out",
    canSignIn: true,
  });
});
