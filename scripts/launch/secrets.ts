import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const Secrets = z.object({
  clientSecret: z.string(),
  webhookSecret: z.string(),
  tokenKey: z.string(),
  nextAuthSecret: z.string(),
  certificateKey: z.string(),
});
export type Secrets = z.output<typeof Secrets>;

/**
 * The generated secrets of this state folder: made at the first start, kept ever after. One that an
 * older version did not know is added.
 */
export async function readOrMakeSecrets(stateDir: string): Promise<Secrets> {
  const file = path.join(stateDir, "secrets.json");
  const text = await readFile(file, "utf8").catch(() => "{}");
  const stored = Secrets.partial().parse(JSON.parse(text));
  const secret = () => randomBytes(32).toString("base64url");
  const secrets = {
    clientSecret: secret(),
    webhookSecret: secret(),
    tokenKey: `first:${secret()}`,
    nextAuthSecret: secret(),
    certificateKey: `first:${secret()}`,
    ...stored,
  };
  if (Secrets.safeParse(stored).success) return secrets;
  await mkdir(stateDir, { recursive: true });
  await writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
