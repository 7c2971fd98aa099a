import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { isChallenge, makeSignInSecret } from "./sign-in-secret";

test("the challenge is the digest of a verifier that nobody can guess", async () => {
  const [one, other] = await Promise.all([makeSignInSecret(), makeSignInSecret()]);
  expect(one.verifier).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(one.verifier).not.toBe(other.verifier);
  expect(one.challenge).toBe(createHash("sha256").update(one.verifier).digest("base64url"));
  expect(isChallenge(one.challenge)).toBe(true);
});

test.each([undefined, "", "short", `${"a".repeat(42)}=`, "a".repeat(44), ["a".repeat(43)]])(
  "%j is no challenge",
  (text) => {
    expect(isChallenge(text)).toBe(false);
  },
);
