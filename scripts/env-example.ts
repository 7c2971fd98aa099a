import { readFileSync } from "node:fs";
import { z } from "zod";
import { Env } from "@/lib/env";

/** Set by the process itself. */
const OURS = ["NODE_ENV"];

/** The text of .env.example: every name of lib/env.ts with its comment and its default. */
export function envExample(): string {
  const source = readFileSync("lib/env.ts", "utf8");
  const settings = Object.entries(Env.shape)
    .filter(([name]) => !OURS.includes(name))
    .map(([name, schema]) => [...commentOf(source, name), lineOf(name, schema)].join("\n"));
  return `# Every name that Foyer reads, written by \`npm run env-example\` from lib/env.ts. Required settings are empty,
# optional ones are commented out with their defaults. \`npm start\` embeds whatever is not configured: PostgreSQL,
# the sandbox, generated secrets.

${settings.join("\n\n")}
`;
}

function commentOf(source: string, name: string): string[] {
  const comment = new RegExp(`/\\*\\* ([^*]+) \\*/\\n  ${name}:`).exec(source)?.[1];
  return comment ? [`# ${comment}`] : [];
}

function lineOf(name: string, schema: z.ZodType): string {
  const fallback = schema instanceof z.ZodDefault ? String(schema.def.defaultValue) : undefined;
  if (fallback !== undefined || schema.safeParse(undefined).success)
    return `# ${name}=${fallback ?? ""}`;
  return `${name}=`;
}
