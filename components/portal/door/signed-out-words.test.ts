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
    const { title, text, canSignIn } = signedOutWords(reason);
    expect(canSignIn).toBe(can);
    expect(text.includes("ign in again")).toBe(can);
    expect(title).not.toBe("");
  },
);

test("a browser that holds no sign-in is told so, without a reason made up", () => {
  expect(signedOutWords(null)).toMatchObject({ title: "You are signed out", canSignIn: true });
});
