import { env } from "./env";

// Imported first by every process: what is imported after it may count on a complete environment, and
// a person who starts it without one reads a sentence, not a stack trace.
try {
  env();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
