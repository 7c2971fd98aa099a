import { spawn } from "node:child_process";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");

/** The entry of a package's command, run on our own Node. */
export function bin(name: string): string {
  return path.join(ROOT, "node_modules", ".bin", name);
}

/** Runs one command with its output shown. Answers whether it succeeded. */
export async function runStep(
  title: string,
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<boolean> {
  const started = performance.now();
  console.log(`\n── ${title}`);
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    child.once("error", reject);
    child.once("exit", resolve);
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${title}: ${code === 0 ? "passed" : "FAILED"} in ${seconds} s`);
  return code === 0;
}
