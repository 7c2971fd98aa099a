import { withSystemSql } from "@/lib/db";
import type { InstallationCheckView, InstallationDifference } from "./console-overview-view";

type Row = {
  id: string;
  at: Date;
  asked_by: string;
  listed: number | null;
  failure: string | null;
  differences: InstallationDifference[];
};

/** The latest comparison with Revento's own list of installations, or null before the first. */
export async function readLatestCheck(): Promise<InstallationCheckView | null> {
  return withSystemSql(async (sql) => {
    const { rows } = await sql.query<Row>(
      `SELECT id, at, asked_by, listed, failure, differences FROM installation_checks
       ORDER BY at DESC LIMIT 1`,
    );
    const row = rows[0];
    if (!row) return null;
    const { asked_by: askedBy, at, ...check } = row;
    return { ...check, askedBy, at: at.toISOString() };
  });
}
