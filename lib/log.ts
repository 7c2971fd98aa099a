import pino from "pino";
import { env } from "@/lib/env";

/** Names whose values never reach a log: secrets, and what would tell who a person is. */
const SECRET_NAMES = [
  "access_token",
  "refresh_token",
  "accessToken",
  "refreshToken",
  "client_secret",
  "code_verifier",
  "authorization",
  "cookie",
  "email",
  "name",
  "fields",
  "body",
  // Where PostgreSQL quotes rows and documents.
  "detail",
  "where",
];

let logger: pino.Logger | undefined;

// Made at the first use: the build loads every route without an environment.
function rootLogger(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    redact: {
      paths: [
        ...SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        // An authorization code; an error's code, one level down, is what operators look for.
        "code",
      ],
      censor: "[redacted]",
    },
  });
  return logger;
}

/** A logger that says which part of Foyer speaks. Takes ids and counts, never people's data. */
export function logOf(part: string): pino.Logger {
  return rootLogger().child({ part });
}
