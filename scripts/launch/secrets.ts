import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const Secrets = z.object({
  clientSecret: z.string(),
  webhookSecret: z.string(),
  tokenKey: z.string(),
});
export type Secrets = z.output<typeof Secrets>;

/** The generated secrets of this state folder: made at the first start, kept ever after. */
export async function readOrMakeSecrets(stateDir: string): Promise<Secrets> {
  const file = path.join(stateDir, "secrets.json");
  const stored = await readFile(file, "utf8").catch(() => null);
  if (stored !== null) return Secrets.parse(JSON.parse(stored));
  const secret = () => randomBytes(32).toString("base64url");
  const made = { clientSecret: secret(), webhookSecret: secret(), tokenKey: `first:${secret()}` };
  await mkdir(stateDir, { recursive: true });
  await writeFile(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}
