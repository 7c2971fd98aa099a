import type { Sql } from "@/lib/db";
import type { RegistrationWaveView } from "./program-view";

type WaveRow = {
  wave_id: string;
  title: string | null;
  opens_at: Date | null;
  closes_at: Date | null;
  state: string | null;
  capacity: number | null;
};

/** The event's waves of registration in the order they open, the first 200 (contract 4.7). The caller authorizes. */
export async function readRegistrationWaves(
  sql: Sql,
  eventId: string,
): Promise<RegistrationWaveView[]> {
  const found = await sql.query<WaveRow>(
    `SELECT wave_id, title, opens_at, closes_at, state, capacity FROM registration_waves
     WHERE event_id = $1 ORDER BY opens_at NULLS LAST, wave_id LIMIT 200`,
    [eventId],
  );
  return found.rows.map((row) => ({
    waveId: row.wave_id,
    title: row.title,
    opensAt: row.opens_at?.toISOString() ?? null,
    closesAt: row.closes_at?.toISOString() ?? null,
    state: row.state,
    capacity: row.capacity,
  }));
}
