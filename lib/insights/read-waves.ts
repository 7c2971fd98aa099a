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
  const spans = waves.map(spanOf);
  const edges = edgesOf(spans);
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
    waves: waves.map(({ waveId, title, opensAt, closesAt, capacity }, at) => {
      const inside = stretches.filter((stretch) => isOpen(spans[at], stretch));
      const applied = { count: sumOf(inside), address: addressOf([is("wave", waveId)]) };
      return { waveId, title, opensAt, closesAt, capacity, applied };
    }),
    outside: {
      count: sumOf(stretches.filter((each) => !spans.some((span) => isOpen(span, each)))),
      address: addressOf([is("wave", "none")]),
    },
  };
}

/** When a wave is open, in epoch ms; absent ends are open. */
type Span = { opens: number; closes: number };

function spanOf({ opensAt, closesAt }: RegistrationWaveView): Span {
  return {
    opens: opensAt ? Date.parse(opensAt) : Number.NEGATIVE_INFINITY,
    closes: closesAt ? Date.parse(closesAt) : Number.POSITIVE_INFINITY,
  };
}

/** Every moment at which a wave opens or closes, once, in order. */
function edgesOf(spans: Span[]): number[] {
  const moments = spans.flatMap(({ opens, closes }) => [opens, closes]).filter(Number.isFinite);
  return [...new Set(moments)].sort((a, b) => a - b);
}

/** Whether a wave is open all through a stretch that no edge divides. */
function isOpen(span: Span | undefined, { from, to }: Stretch): boolean {
  return span !== undefined && from >= span.opens && to <= span.closes;
}
