import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** What `npm run operator-link` prints in an environment; rejects with what it says when it refuses. */
export async function printOperatorLink(environment: Record<string, string>): Promise<string> {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ["--import", "tsx", "scripts/operator-link.ts"], {
    env: { ...process.env, ...environment },
  });
  return stdout;
}

/** The one-time link in a text that a person reads. */
export function linkIn(text: string): string {
  const link = /https?:\/\/\S+\/admin\/sign-in\?token=[\w-]{43}/.exec(text)?.[0];
  if (!link) throw new Error(`no one-time link in: ${text}`);
  return link;
}
