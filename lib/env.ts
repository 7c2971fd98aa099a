import { z } from "zod";
import { trimEnd } from "@/lib/trim-end";
import { isTrustworthyUrl } from "@/lib/trustworthy-url";

const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
const nonEmptyList = list.refine((parts) => parts.length > 0, "needs at least one value");
const origin = z.url({ protocol: /^https?$/ }).transform((text) => trimEnd(text, "/"));

/** Whether a browser would call it an origin, and a Content-Security-Policy can name it as it is. */
function isOrigin(text: string): boolean {
  return /^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(text) && URL.parse(text)?.origin === text;
}

/** Every name Foyer reads from its environment, with the shape it must have. */
export const Env = z.object({
  /** Which build of Next and React runs; only development allows its tools to evaluate code. */
  NODE_ENV: z.enum(["development", "production"]).catch("production"),
  /** PostgreSQL 15 or newer, as the role that owns the tables. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Connections to PostgreSQL that pages and jobs of one process may take; ten more are for what must not wait. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(4).max(200).default(20),
  /** The public URL of Foyer, as browsers and Revento see it. */
  APP_URL: origin,
  /** The network address that the web process listens on. */
  HOST: z.string().default("127.0.0.1"),
  /** Open pages that one web process tells of changes at once; some 55 KB each. */
  STREAMS_MOST: z.coerce.number().int().min(10).max(50_000).default(10_000),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Where consent and tokens are (contract 3). */
  REVENTO_AUTH_URL: origin,
  /** Where the read API is, with its path (contract 4). */
  REVENTO_API_URL: origin,
  /** Client id and secret of the integration at Revento. */
  REVENTO_CLIENT_ID: z.string().min(1),
  REVENTO_CLIENT_SECRET: z.string().min(1),
  /** The id of the integration, for the list of installations. */
  REVENTO_INTEGRATION_ID: z.string().min(1),
  /** Webhook signing secrets, comma-separated: two during a rotation (contract 6.2). */
  REVENTO_WEBHOOK_SECRETS: nonEmptyList,
  /** Seconds for which a genuine webhook is accepted after it was signed; more than 300 only where retries keep the first timestamp (contract 6.2). */
  REVENTO_RETRY_WINDOW_S: z.coerce.number().int().min(300).max(172_800).default(300),
  /** Origins that may frame the portal, comma-separated (contract 8). */
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
  /** Where an organizer finds one application in Revento, with `{application_id}` and, if need be, `{event_id}` in it. */
  REVENTO_APPLICATION_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => url.includes("{application_id}"), "needs {application_id} in it")
    .optional(),
  /** Where organizers find their events in Revento; "Connect with Revento" leads there. */
  REVENTO_ORGANIZER_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** "1" shows /design, with every part of the pages in every state. */
  FOYER_DESIGN: z.enum(["0", "1"]).default("0"),
  /** Signs and encrypts what next-auth keeps in cookies. */
  NEXTAUTH_SECRET: z.string().min(32, "needs at least 32 characters"),
  /** `id:base64url of 32 bytes`, comma-separated, newest first. */
  TOKEN_KEYS: nonEmptyList.refine(
    (keys) => keys.every((key) => /^[\w-]{1,64}:[A-Za-z0-9_-]{43}$/.test(key)),
    "must be id:key pairs, each key 32 bytes in base64url",
  ),
  /** `kid:base64url of a 32-byte Ed25519 seed`, comma-separated, newest first: signs certificates of erasures. */
  CERTIFICATE_KEYS: nonEmptyList.refine(
    (keys) => keys.every((key) => /^[\w-]{1,64}:[A-Za-z0-9_-]{43}$/.test(key)),
    "must be id:seed pairs, each seed 32 bytes in base64url",
  ),
  /** Days from the end of a connection to its erasure, where Revento asks for one (contract 1.6: at most 30). */
  ERASE_AFTER_DAYS: z.coerce.number().min(0).max(29).default(7),
  /** Days that the payload of a processed delivery is kept. */
  KEEP_PAYLOADS_DAYS: z.coerce.number().min(0).max(365).default(30),
  /** How operators sign in; without an issuer, with a one-time link only. */
  OPERATOR_OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isTrustworthyUrl, "must be https, or http on this machine")
    .optional(),
  OPERATOR_OIDC_CLIENT_ID: z.string().min(1).optional(),
  OPERATOR_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Who may come in by OIDC: verified e-mail addresses. */
  OPERATOR_EMAILS: list
    .transform((emails) => emails.map((email) => email.toLowerCase()))
    .default([]),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});
/** Settings that are worth nothing one without the other. */
const WholeEnv = Env.superRefine((values, context) => {
  if (!values.OPERATOR_OIDC_ISSUER) return;
  for (const name of ["OPERATOR_OIDC_CLIENT_ID", "OPERATOR_OIDC_CLIENT_SECRET"] as const) {
    if (!values[name]) context.addIssue({ code: "custom", path: [name], message: "is missing" });
  }
  if (values.OPERATOR_EMAILS.length === 0) {
    context.addIssue({ code: "custom", path: ["OPERATOR_EMAILS"], message: "names nobody" });
  }
});
export type Env = z.output<typeof Env>;

let parsed: Env | undefined;

/**
 * The environment, checked as a whole at the first call: one error names every missing or malformed
 * variable, and never shows a value. Processes call it before they do anything else.
 */
export function env(): Env {
  if (parsed) return parsed;
  const result = WholeEnv.safeParse(process.env);
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

/** React and Next choose their build by it, at the moment they are loaded. */
export function chooseBuild(build: "development" | "production"): void {
  Object.assign(process.env, { NODE_ENV: build });
}
