import { closeDatabase } from "@/lib/db";
import { createOperatorLink } from "@/lib/operators/create-operator-link";

/**
 * Where an operator opens the console of the Foyer with this environment: a new one-time link, or its
 * first page where they sign in with OIDC.
 */
export async function consoleAddress(environment: Record<string, string>): Promise<string> {
  if (environment.OPERATOR_OIDC_ISSUER) return `${environment.APP_URL}/admin`;
  Object.assign(process.env, environment);
  try {
    return await createOperatorLink();
  } finally {
    await closeDatabase();
  }
}
