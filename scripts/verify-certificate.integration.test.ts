import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { certificateKeys } from "@/lib/erasures/certificate-keys";
import { signCertificate } from "@/lib/erasures/sign-certificate";

const ROOT = path.resolve(import.meta.dirname, "..");
let folder: string;
let jws: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "foyer-certificate-"));
  const at = new Date().toISOString();
  jws = await signCertificate({
    iss: "http://127.0.0.1:9",
    jti: randomUUID(),
    iat: 1,
    event: "evt_gone",
    organization: "org_a",
    scope: "all",
    rule: "required",
    cause: "data.deletion_required",
    ended_at: at,
    due_at: at,
    started_at: at,
    finished_at: at,
    erased: { participants: 7 },
    remaining: { participants: 0 },
  });
  await file("keys", JSON.stringify(certificateKeys()));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, text: string): Promise<string> {
  const place = path.join(folder, name);
  await writeFile(place, text);
  return place;
}

function verify(certificate: string, keys = path.join(folder, "keys")) {
  const args = ["--import", "tsx", "scripts/verify-certificate.ts", certificate, "--keys", keys];
  return new Promise<{ code: number; said: string }>((resolve) => {
    const child = execFile(process.execPath, args, { cwd: ROOT }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, said: out + err }),
    );
  });
}

test("a genuine certificate is told as such, with what it says", async () => {
  const { code, said } = await verify(await file("certificate", `${jws}\n`));
  expect(said).toContain("The certificate is genuine");
  expect(said).toMatch(/evt_gone[\s\S]*7 +0 {2}participants/);
  expect(code).toBe(0);
});

test("one that was changed does not hold", async () => {
  const [head = "", body = "", signature = ""] = jws.split(".");
  const said = JSON.parse(Buffer.from(body, "base64url").toString());
  const changed = JSON.stringify({ ...said, erased: { participants: 8 } });
  const forged = [head, Buffer.from(changed).toString("base64url"), signature].join(".");
  const answer = await verify(await file("forged", forged));
  expect([answer.code, answer.said]).toEqual([1, expect.stringContaining("does not hold")]);
});

test("one of another key of the same name does not hold", async () => {
  const keys = certificateKeys().keys.map((key) => ({
    ...key,
    x: randomBytes(32).toString("base64url"),
  }));
  const others = await file("others", JSON.stringify({ keys }));
  const answer = await verify(await file("certificate", jws), others);
  expect([answer.code, answer.said]).toEqual([1, expect.stringContaining("does not hold")]);
});

test("one without a signature does not hold", async () => {
  const [, body = ""] = jws.split(".");
  const head = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
  expect((await verify(await file("none", `${head}.${body}.`))).code).toBe(1);
});
