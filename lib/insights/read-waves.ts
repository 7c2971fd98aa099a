import type { Sql } from "@/lib/db";
import type { RegistrationWaveView } from "@/lib/program/program-view";
import { readRegistrationWaves } from "@/lib/program/read-registration-waves";
import { addressOf, is } from "./address-of";
import type { InsightsView } from "./insights-view";

const COUNTS = `SELECT width_bucket(submitted_at, $2::timestamptz[]) AS stretch, count(*)::int AS count
  FROM participants WHERE event_id = $1 AND removed_at IS NULL AND status IS NOT NULL
  GROUP BY 1`;

type Stretch = { from: number; to: number; count: number };

/**
 * Each wave of registration and how many applied while it was open, its beginning included and its end
 * excluded. Waves may overlap: whoever applied then counts for each.
 */
export async function readWaves(sql: Sql, eventId: string): Promise<InsightsView["waves"]> {
  const waves = await readRegistrationWaves(sql, eventId);
  const edges = edgesOf(waves);
  const { rows } = await sql.query<{ stretch: number | null; count: number }>(COUNTS, [
    eventId,
    edges.map((edge) => new Date(edge)),
  ]);
  const stretches = rows.map(({ stretch, count }): Stretch => {
    if (stretch === null) return { from: Number.NaN, to: Number.NaN, count };
    const [from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY] = [
      edges[stretch - 1],
      edges[stretch],
    ];
    return { from, to, count };
  });
  const sumOf = (some: Stretch[]) => some.reduce((sum, { count }) => sum + count, 0);
  return {
    waves: waves.map(({ waveId, title, opensAt, closesAt, capacity }) => {
      const inside = stretches.filter((stretch) => isOpen({ opensAt, closesAt }, stretch));
      const applied = { count: sumOf(inside), address: addressOf([is("wave", waveId)]) };
      return { waveId, title, opensAt, closesAt, capacity, applied };
    }),
    outside: {
      count: sumOf(stretches.filter((each) => !waves.some((wave) => isOpen(wave, each)))),
      address: addressOf([is("wave", "none")]),
    },
  };
}

type Ends = Pick<RegistrationWaveView, "opensAt" | "closesAt">;

/** Every moment at which a wave opens or closes, once, in order. */
function edgesOf(waves: Ends[]): number[] {
  const moments = waves.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]);
  const known = moments.filter((moment) => moment !== null).map((moment) => Date.parse(moment));
  return [...new Set(known)].sort((a, b) => a - b);
}

/** Whether a wave is open all through a stretch that no edge divides; absent ends are open. */
function isOpen({ opensAt, closesAt }: Ends, { from, to }: Stretch): boolean {
  const opens = opensAt ? Date.parse(opensAt) : Number.NEGATIVE_INFINITY;
  const closes = closesAt ? Date.parse(closesAt) : Number.POSITIVE_INFINITY;
  return from >= opens && to <= closes;
}
