import type { Sql } from "@/lib/db";
import type { ProgramDaySnapshot } from "@/lib/revento/snapshots";
import { type MirrorRow, mirrorRows, type ProgramMirrorResult } from "./mirror-rows";

const TABLE = {
  name: "program_days",
  key: "day_id",
  columns: ["date", "title"],
} as const;

/** Mirrors days of the program (contract 4.7). The caller holds `lockMirror`. */
export async function mirrorProgramDays(
  sql: Sql,
  eventId: string,
  rows: readonly MirrorRow<ProgramDaySnapshot>[],
): Promise<ProgramMirrorResult> {
  const said = rows.map(({ snapshot, versionAt, exact }) => ({
    id: snapshot.dayId,
    versionAt,
    exact,
    columns: {
      date: snapshot.date,
      title: snapshot.title,
    },
  }));
  return mirrorRows(sql, eventId, TABLE, said);
}
