import { PARTICIPANT_COLUMNS } from "@/lib/participants/view-participant";

/**
 * One question of the list: as its address asks it, and as one would write it by hand, straight at the
 * table, without roles, policies and views. `$1` is the event.
 */
export type ListBenchQuestion = {
  name: string;
  address: string;
  bare: string;
  /** How many times the bare SQL it may take, and how many milliseconds more. */
  goal: { times: number; plusMs: number };
  /** How often it is asked for one number. */
  repeats: number;
};

const COLUMNS = PARTICIPANT_COLUMNS.join(", ");
const LIVE = "event_id = $1 AND removed_at IS NULL AND status IS NOT NULL";
const NEWEST = "submitted_at DESC NULLS LAST, participant_id";
const PAGE_GOAL = { times: 1.2, plusMs: 0.5 };

function page(condition: string, order = NEWEST): string {
  return `SELECT ${COLUMNS} FROM participants WHERE ${LIVE} AND ${condition} ORDER BY ${order} LIMIT 51`;
}

/** What the list asks of a name: the rank of where the word was found, and of equals the newest first. */
function search(word: string): string {
  return page(
    `search LIKE '%${word}%'`,
    `CASE
       WHEN name_words LIKE '% ${word}%' THEN CASE WHEN name_words = ' ${word} ' THEN 1
         WHEN name_words LIKE '% ${word} %' THEN 2 ELSE 3 END
       WHEN starts_with(lower(email), '${word}') THEN CASE lower(email) WHEN '${word}' THEN 1 ELSE 4 END
       WHEN strpos(lower(email), '@${word}') > 0 THEN 5
       WHEN name_words || lower(coalesce(email, '')) LIKE '%${word}%' THEN 6
       ELSE 7 END, ${NEWEST}`,
  );
}

export const LIST_BENCH_QUESTIONS: ListBenchQuestion[] = [
  { name: "first page", address: "", bare: page("true"), goal: PAGE_GOAL, repeats: 200 },
  {
    name: "first page of a status",
    address: "status=pending",
    bare: page("status = 'pending'"),
    goal: PAGE_GOAL,
    repeats: 200,
  },
  {
    name: "an answer of one in eight",
    address: "f=answers.favorite_track:is:track 3",
    bare: page("fields->>'favorite_track' = 'track 3'"),
    goal: PAGE_GOAL,
    repeats: 100,
  },
  {
    name: "an answer of one in 2,000",
    address: "f=answers.shirt_size:is:XXL",
    bare: page("fields->>'shirt_size' = 'XXL'"),
    goal: PAGE_GOAL,
    repeats: 5,
  },
  {
    name: "a number between, without a status",
    address: "f=answers.age:between:20,25&f=status:not:rejected",
    bare: page("(fields->'age')::numeric BETWEEN 20 AND 25 AND status <> 'rejected'"),
    goal: PAGE_GOAL,
    repeats: 100,
  },
  {
    name: "a name of one in twenty, ranked",
    address: "q=kovačević",
    bare: search("kovacevic"),
    goal: { times: 1.7, plusMs: 0 },
    repeats: 10,
  },
  {
    name: "an address of one, ranked",
    address: "q=novak1219",
    bare: search("novak1219"),
    goal: { times: 1.7, plusMs: 0.5 },
    repeats: 40,
  },
];

/** The page that follows a row, as one would write it by hand: `$2` its moment, `$3` its participant. */
export const BARE_PAGE_AFTER = page(
  "submitted_at <= $2 AND (submitted_at < $2 OR participant_id > $3)",
);

/** How often each status, and each answer under a status, occurs. */
export const BARE_STATUS_COUNTS = `SELECT status, count(*) FROM participants WHERE ${LIVE} GROUP BY 1`;
export const BARE_FACET = `SELECT fields->>'favorite_track' AS value, count(*) FROM participants
  WHERE ${LIVE} AND status = 'approved' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 101`;
export const BARE_ROWS_AFTER = `SELECT ${COLUMNS} FROM participants
  WHERE ${LIVE} AND submitted_at <= $2 AND (submitted_at < $2 OR participant_id > $3)
  ORDER BY ${NEWEST} LIMIT 1000`;
