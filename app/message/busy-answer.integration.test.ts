import { expect, test } from "vitest";
import { signInRefusalAnswer } from "@/app/admin/sign-in/refusal-answer";
import { brokenAnswer as brokenSignIn } from "@/app/api/auth/sign-in-answers";
import { brokenAnswer as brokenConnect } from "@/app/connect/broken-answer";
import { busy } from "@/lib/errors";

test.each([
  ["a connect", brokenConnect],
  ["a participant's sign-in", brokenSignIn],
  ["an operator's sign-in", signInRefusalAnswer],
])("%s that other work held up says so, and when to come again", async (_, answer) => {
  const lockTimeout = Object.assign(new Error("canceled"), { code: "55P03", severity: "ERROR" });
  for (const error of [busy(), lockTimeout]) {
    const response = answer(error);
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await response.text()).toContain("busy just now");
  }
});
