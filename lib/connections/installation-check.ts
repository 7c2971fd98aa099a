import { randomUUID } from "node:crypto";
import { withSystemSql } from "@/lib/db";

/** Where Revento's list of installations and ours differ, and what came of it. */
export type InstallationDifference = {
  eventId: string;
  organizationId: string;
  kind: /** Ours lives; Revento's list does not have it. */
    | "not_listed"
    /** Revento's list says that it is over. */
    | "listed_ended"
    /** Revento's list has it under another organization only. */
    | "other_organization"
    /** Revento's list has it alive; it has ended here. */
    | "listed_active"
    /** Revento's list has it alive; it was never here, or was erased. */
    | "unknown_here";
  /**
   * `ended`: its token was refused, or it had ended and is explained better now; `still_works`: its token
   * was accepted; `unavailable`: it could not be asked about; `none`: nothing was to be done.
   */
  outcome: "ended" | "still_works" | "unavailable" | "none";
};

/** One comparison. `listed` is null, and `failure` Revento's code, where the list could not be read. */
export type InstallationCheck = {
  id: string;
  at: string;
  askedBy: string;
  listed: number | null;
  failure: string | null;
  differences: InstallationDifference[];
};

const KEPT = 50;

/** Keeps a comparison, and the fifty before it at the most. */
export async function keepInstallationCheck(
  check: Omit<InstallationCheck, "id" | "at">,
): Promise<InstallationCheck> {
  const { askedBy, listed, failure, differences } = check;
  return withSystemSql(async (sql) => {
    const kept = await sql.query<{ id: string; at: Date }>(
      `INSERT INTO installation_checks (id, at, asked_by, listed, failure, differences)
       VALUES ($1, clock_timestamp(), $2, $3, $4, $5) RETURNING id, at`,
      [randomUUID(), askedBy, listed, failure, JSON.stringify(differences)],
    );
    await sql.query(
      `DELETE FROM installation_checks WHERE id NOT IN
         (SELECT id FROM installation_checks ORDER BY at DESC LIMIT $1)`,
      [KEPT],
    );
    const row = kept.rows[0];
    if (!row) throw new Error("a check was not stored");
    return { ...check, id: row.id, at: row.at.toISOString() };
  });
}
