import { connectByHttp } from "@/testing/connect-by-http";
import type { BenchRun } from "./bench-run";
import type { Measure } from "./measure";
import { type BenchFoyer, startBenchFoyer } from "./start-bench-foyer";
import { until } from "./until";

const EVENT = "evt_summit";
/** So small that no limit is met. */
const SMOKE_EVENT = "evt_harbor";
const ORGANIZER = "usr_ana";
const LONGEST_PAGE = 50;
/** Contract 5, installation token. */
const WINDOWS = [
  { calls: 30, seconds: 60 },
  { calls: 500, seconds: 3_600 },
];
const LISTS = [
  "participants",
  "program_days",
  "threads",
  "locations",
  "registration_waves",
  "activities",
];

type Call = { path: string; token_kind: string | null; status: number | null };
type FinishedRun = { state: string; error: string | null; seconds: number };

/**
 * The first sync of 2,000 applications in real time: API calls as the sandbox counted them against the
 * fewest that can read it all, and the time from the consent to the last row against the earliest that
 * the rate limits allow for the last call.
 */
export async function firstSync(run: BenchRun): Promise<Measure[]> {
  const foyer = await startBenchFoyer(run, "first-sync");
  const signal = run.started.interrupted;
  const event = run.isSmoke ? SMOKE_EVENT : EVENT;
  await connectByHttp(foyer, event, ORGANIZER);
  run.say("connected; the rate limits make this take a minute…");
  const finished = await until("the first sync", () => finishedRun(foyer, event), 300_000, signal);
  if (finished.state !== "completed") throw new Error(`${finished.state}: ${finished.error}`);
  const calls = await apiCalls(foyer);
  const refused = calls.filter((call) => call.status !== 200).length;
  const { fewest, people } = await fewestCalls(foyer, event);
  // What takes no minute is bound by no limit, and then a second stands for it.
  const bound = Math.max(1, earliestLastCall(calls.length));
  run.say(`${calls.length} calls, ${refused} of them not answered with 200`);
  return [
    {
      measure: `first sync of ${people}: API calls, none refused`,
      ours: `${calls.length}`,
      theirs: `${fewest} (fewest)`,
      ratio: calls.length / fewest,
      goal: { atMost: 1 },
      holds: refused === 0,
    },
    {
      measure: `first sync of ${people}: time from consent to done`,
      ours: `${finished.seconds.toFixed(2)} s`,
      theirs: `${bound} s (rate limits)`,
      ratio: finished.seconds / bound,
      goal: { atMost: 1.05 },
      holds: refused === 0,
    },
  ];
}

/** The run is queued in the transaction that stores the connection: its `created_at` is the consent. */
async function finishedRun(
  { database }: BenchFoyer,
  event: string,
): Promise<FinishedRun | undefined> {
  const { rows } = await database.query<FinishedRun>(
    `SELECT state, error, extract(epoch FROM finished_at - created_at)::float8 AS seconds
     FROM sync_runs WHERE event_id = $1 AND finished_at IS NOT NULL`,
    [event],
  );
  return rows[0];
}

async function apiCalls({ control }: BenchFoyer): Promise<Call[]> {
  const { data } = (await control("requests")) as { data: Call[] };
  return data.filter((call) => call.path.startsWith("/api/v1/"));
}

/** One for the event, and each list in its longest pages; an empty list is known after one, too. */
async function fewestCalls({ control, database }: BenchFoyer, event: string) {
  const { data } = (await control(`participants?event_id=${event}`)) as { data: unknown[] };
  let calls = 1;
  for (const list of LISTS) {
    const { rows } = await database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${list} WHERE event_id = $1`,
      [event],
    );
    const count = rows[0]?.count ?? 0;
    if (list === "participants" && count !== data.length) {
      throw new Error(`Revento has ${data.length} participants, the mirror ${count}`);
    }
    calls += Math.max(1, Math.ceil(count / LONGEST_PAGE));
  }
  return { fewest: calls, people: data.length.toLocaleString("en-GB") };
}

/** Seconds after the first call at which the last of `calls` may begin at the earliest. */
function earliestLastCall(calls: number): number {
  const startedAt: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    const room = WINDOWS.map(
      (window) => (startedAt[call - window.calls] ?? -window.seconds) + window.seconds,
    );
    startedAt.push(Math.max(startedAt.at(-1) ?? 0, ...room));
  }
  return startedAt.at(-1) ?? 0;
}
