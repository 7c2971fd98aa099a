import type { Sql } from "@/lib/db";
import type { RegistrationWaveSnapshot } from "@/lib/revento/snapshots";
import { type MirrorRow, mirrorRows, type ProgramMirrorResult } from "./mirror-rows";

const TABLE = {
  name: "registration_waves",
  key: "wave_id",
  columns: ["title", "opens_at", "closes_at", "state", "capacity"],
} as const;

/** Mirrors registration waves (contract 4.7). The caller holds `lockMirror`. */
export async function mirrorRegistrationWaves(
  sql: Sql,
  eventId: string,
  rows: readonly MirrorRow<RegistrationWaveSnapshot>[],
): Promise<ProgramMirrorResult> {
  const said = rows.map(({ snapshot, versionAt, exact }) => ({
    id: snapshot.waveId,
    versionAt,
    exact,
    columns: {
      title: snapshot.title,
      opens_at: snapshot.opensAt,
      closes_at: snapshot.closesAt,
      state: snapshot.state,
      capacity: snapshot.capacity,
    },
  }));
  return mirrorRows(sql, eventId, TABLE, said);
}
