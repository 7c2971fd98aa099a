import { z } from "zod";

const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
const nonEmptyList = list.refine((parts) => parts.length > 0, "needs at least one value");
const origin = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ""));

/** Whether a browser would call it an origin, and a Content-Security-Policy can name it as it is. */
function isOrigin(text: string): boolean {
  return /^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(text) && URL.parse(text)?.origin === text;
}

/** Every name Foyer reads from its environment (design 8), with the shape it must have. */
const Env = z.object({
  /** Which build of Next and React runs; only development allows its tools to evaluate code. */
  NODE_ENV: z.enum(["development", "production"]).catch("production"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Connections of one process to PostgreSQL at the most. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(4).max(200).default(20),
  APP_URL: origin,
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  REVENTO_AUTH_URL: origin,
  REVENTO_API_URL: origin,
  REVENTO_CLIENT_ID: z.string().min(1),
  REVENTO_CLIENT_SECRET: z.string().min(1),
  REVENTO_INTEGRATION_ID: z.string().min(1),
  REVENTO_WEBHOOK_SECRETS: nonEmptyList,
  REVENTO_FRAME_ORIGINS: list
    .refine(
      (origins) => origins.every(isOrigin),
      "must be origins such as https://app.revento.example, without path, slash or wildcard",
    )
    .default([]),
  /** Where a participant finds an event in Revento, with `{event_id}` in it. */
  REVENTO_EVENT_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => url.includes("{event_id}"), "needs {event_id} in it")
    .optional(),
  /** Signs and encrypts what next-auth keeps in cookies. */
  NEXTAUTH_SECRET: z.string().min(32, "needs at least 32 characters"),
  /** `id:base64url of 32 bytes`, comma-separated, newest first. */
  TOKEN_KEYS: nonEmptyList.refine(
    (keys) => keys.every((key) => /^[\w-]{1,64}:[A-Za-z0-9_-]{43}$/.test(key)),
    "must be id:key pairs, each key 32 bytes in base64url",
  ),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});
export type Env = z.output<typeof Env>;

let parsed: Env | undefined;

/**
 * The environment, checked as a whole at the first call: one error names every missing or malformed
 * variable, and never shows a value. Processes call it before they do anything else.
 */
export function env(): Env {
  if (parsed) return parsed;
  const result = Env.safeParse(process.env);
  if (!result.success) {
    const problems = result.error.issues.map(
      (issue) => `  ${issue.path.join(".")}: ${issue.message}`,
    );
    throw new Error(`The environment is not complete:\n${problems.join("\n")}`);
  }
  parsed = result.data;
  // next-auth knows its own address by this name only, and would take it from the Host header without.
  process.env.NEXTAUTH_URL = parsed.APP_URL;
  return parsed;
}
