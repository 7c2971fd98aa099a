import { REVIEW_FIELDS } from "@/lib/list-address/list-fields";
import { connectByHttp } from "@/testing/connect-by-http";
import { plantSeatsToo } from "@/testing/plant-seat";
import type { BenchRun } from "./bench-run";
import { type Filling, fillApplications } from "./fill-applications";
import type { Measure } from "./measure";
import { medianTime } from "./median-time";
import { race } from "./race";
import { startBenchFoyer } from "./start-bench-foyer";
import { untilSynced } from "./until-synced";
import { writeFigures } from "./write-figures";

const CONNECTED = "evt_harbor";
const ORGANIZER = "usr_ana";
const FULL: Filling = { eventId: "evt_bench_reviewed", rows: 100_000 };
/** The least that every order finds a page in. */
const SMOKE: Filling = { eventId: "evt_bench_reviewed", rows: 5_000 };
const REPEATS = 50;
const SMOKE_REPEATS = 2;
const WARM_UP_TIMES = 10;

/**
 * Half of the applications are rated, 5 % by whoever asks, and of these one in 40 changed since; one in five has a
 * label, one in five somebody to review it.
 */
const REVIEWS = [
  `INSERT INTO application_reviews (event_id, participant_id, rating_count, average, spread, note_count,
     label_order, assignee_order)
   SELECT event_id, participant_id, 1 + n % 4, 1 + (n % 400) / 100.0, (n % 30) / 10.0, n % 3,
     CASE WHEN n % 50 BETWEEN 1 AND 10 THEN 'label ' || n % 50 END, CASE WHEN n % 5 = 0 THEN 'somebody' END
   FROM (SELECT event_id, participant_id, row_number() OVER (ORDER BY participant_id) AS n
     FROM participants WHERE event_id = $1) AS p WHERE n % 2 = 0 AND $2::text IS NOT NULL`,
  `INSERT INTO ratings (event_id, participant_id, member_id, scores, is_abstained, comment, is_given, score, is_changed, seen_change, rated_at)
   SELECT event_id, participant_id, $2::uuid, '{"overall": 4}', false, '', true, 1 + n / 20 % 5, n / 20 % 40 = 0, 0, now()
   FROM (SELECT event_id, participant_id, row_number() OVER (ORDER BY participant_id) AS n
     FROM participants WHERE event_id = $1) AS p WHERE n % 20 = 0`,
  `WITH made AS (INSERT INTO labels (event_id, id, name, color)
     SELECT $1, gen_random_uuid(), 'Label ' || n, 'green' FROM generate_series(1, 10) AS n RETURNING id)
   INSERT INTO application_labels (event_id, participant_id, label_id, put_by)
   SELECT $1, p.participant_id, m.id, $2::uuid
   FROM (SELECT participant_id, row_number() OVER (ORDER BY participant_id) AS n
     FROM participants WHERE event_id = $1) AS p
   JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM made) AS m ON p.n % 50 = m.n`,
  `INSERT INTO assignments (event_id, participant_id, member_id, assigned_by)
   SELECT event_id, participant_id, $2::uuid, $2::uuid
   FROM (SELECT event_id, participant_id, row_number() OVER (ORDER BY participant_id) AS n
     FROM participants WHERE event_id = $1) AS p WHERE n % 5 = 0`,
];

/**
 * The first page of 100,000 applications in each order that the team's own reviews give, against the same page in the
 * usual order: both as the route answers it, both with what the team made of each row.
 */
export async function reviews(run: BenchRun): Promise<Measure[]> {
  const filling = run.isSmoke ? SMOKE : FULL;
  const foyer = await startBenchFoyer(run, "reviews");
  const cookie = await connectByHttp(foyer, CONNECTED, ORGANIZER);
  await untilSynced(run, foyer, CONNECTED);
  await fillApplications(foyer.database, [filling], run.say);
  await plantSeatsToo(foyer.database, CONNECTED, filling.eventId);
  const { rows } = await foyer.database.query<{ id: string }>(
    "SELECT id FROM members WHERE event_id = $1",
    [filling.eventId],
  );
  for (const statement of REVIEWS) {
    await foyer.database.query(statement, [filling.eventId, rows[0]?.id]);
  }
  await foyer.database.query("VACUUM ANALYZE");
  const page: Page = async (address) => {
    const at = `${foyer.appUrl}/api/events/${filling.eventId}/applications?counts=no&${address}`;
    const answer = await fetch(at, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${at} answered ${answer.status}`);
    return (await answer.json()) as { rows: unknown[] };
  };
  const measures: Measure[] = [];
  for (const field of REVIEW_FIELDS) {
    run.started.interrupted.throwIfAborted();
    measures.push(await measureOrder(run, page, filling, `-${field}`));
  }
  measures.push(await measureOrder(run, page, filling, "reviews"));
  if (!run.isSmoke) await writeFigures("reviews", measures);
  return measures;
}

type Page = (address: string) => Promise<{ rows: unknown[] }>;

async function measureOrder(
  run: BenchRun,
  page: Page,
  { rows }: Filling,
  sort: string,
): Promise<Measure> {
  const repeats = run.isSmoke ? SMOKE_REPEATS : REPEATS;
  const ordered = () => page(`sort=${sort}`);
  const plain = () => page("");
  if ((await ordered()).rows.length < 50) throw new Error(`sort=${sort} has no whole page`);
  for (const each of [ordered, plain]) await medianTime(each, WARM_UP_TIMES);
  const raced = await race(
    run,
    () => medianTime(ordered, repeats),
    () => medianTime(plain, repeats),
  );
  const inMs = (time: number) => `${time.toFixed(2)} ms`;
  run.say(`sort=${sort}: ${inMs(raced.ours)} / ${inMs(raced.theirs)}`);
  return {
    measure: `reviewed list of ${rows.toLocaleString("en-GB")}: first page by ${sort}, against the usual order`,
    ours: inMs(raced.ours),
    theirs: inMs(raced.theirs),
    ratio: raced.ratio,
    goal: { atMost: 1.3 },
  };
}
