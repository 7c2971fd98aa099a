import { ZodError } from "zod";

const LONGEST = 300;

/**
 * Why something of Revento's could not be written. Never shows a value: neither PostgreSQL's messages nor a
 * body belong into a column people read.
 */
export function reasonOf(error: unknown): string {
  if (error instanceof ZodError) {
    const problems = error.issues.map(({ path, code }) => `${path.join(".")} (${code})`);
    return `not as the contract says: ${problems.join(", ")}`.slice(0, LONGEST);
  }
  if (error instanceof Error && "code" in error) return `database error ${String(error.code)}`;
  return (error instanceof Error ? error.message : "unknown error").slice(0, LONGEST);
}
