import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { testEnvironment } from "@/testing/test-environment";

const run = promisify(execFile);
const PERSON = "ana@seeded.example";

/** What a process writes that logs `entry`, an expression. */
async function logged(entry: string): Promise<string> {
  const script = `import("./lib/log.ts").then(({ logOf }) => logOf("test").error(${entry}, "failed"));`;
  const env = {
    ...process.env,
    ...testEnvironment("postgresql://x@127.0.0.1:9/x"),
    LOG_LEVEL: "info",
  };
  return (await run(process.execPath, ["--import", "tsx", "-e", script], { env })).stdout;
}

test("what PostgreSQL quotes of a row or a document with its error is not logged", async () => {
  const quoted = `{ detail: "Failing row contains (${PERSON}).", where: "JSON data: ${PERSON}" }`;
  const line = await logged(
    `{ err: Object.assign(new Error("violates a constraint"), ${quoted}) }`,
  );
  expect(line).toContain("violates a constraint");
  expect(line).not.toContain(PERSON);
});

test("an error keeps its code, and an authorization code stays unsaid", async () => {
  const line = await logged(
    `{ code: "authorization-code", err: Object.assign(new Error("no"), { code: "57P01" }) }`,
  );
  expect(line).toContain("57P01");
  expect(line).not.toContain("authorization-code");
});
