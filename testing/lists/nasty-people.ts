import fc from "fast-check";
import { withEventSql } from "@/lib/db";
import { plantConnection } from "@/testing/plant-connection";

/** A row as it is planted, moments as ISO. `fields` are its answers. */
export type NastyPerson = {
  participant_id: string;
  status: string | null;
  role: string | null;
  name: string | null;
  email: string | null;
  last_review_action: string | null;
  last_reviewer_id: string | null;
  submitted_at: string | null;
  registered_at: string | null;
  last_reviewed_at: string | null;
  changed_at: string | null;
  removed_at: string | null;
  fields: Record<string, unknown>;
};

export type NastyWave = { wave_id: string; opens_at: string | null; closes_at: string | null };

/** Words that fold, words that LIKE, JSON, lists and addresses read otherwise, and none at all. */
export const NASTY_WORDS = [
  ..."Ana|ana|ANA|Žarko Ćosić|zarko|Łukasz Øst|Straße|100%|100_|1000|％|back\\slash|it's|a,b|a:b|中文".split(
    "|",
  ),
  ..."none|null|true|20|20.5|-3|2026-01-05|2026-01-05T10:00:00Z|[1]|{}|constructor|😀|é|é| padded |x y".split(
    "|",
  ),
  ..."O'Brien|OBrien|O’Brien|Jean-Luc|Jean Luc|jeanluc|Νίκος|ΝΙΚΟΣ|Team 2|Team 10|team 010|a。b|a.b|-".split(
    "|",
  ),
  "Mari\u200bja",
  "\u200b",
  "soft\u00adhyphen",
  "",
  "   ",
];

/** Names of answers: an address escapes some of them, JavaScript knows others. */
export const NASTY_KEYS = ["track", "age", "tags", "when", "a:b,c%", "constructor", 'it\'s \\ "q"'];

/** Moments around midnight and the changes of the clock in Zagreb, on both ends of waves, and equal ones. */
const NASTY_MOMENTS = [
  "2026-01-04T22:59:59.999Z",
  "2026-01-04T23:00:00.000Z",
  "2026-01-05T10:00:00.000Z",
  "2026-01-05T22:59:59.999Z",
  "2026-01-05T23:00:00.000Z",
  "2026-03-28T23:00:00.000Z",
  "2026-03-29T21:59:59.999Z",
  "2026-03-29T22:00:00.000Z",
  "2025-12-31T23:30:00.000Z",
];

export const NASTY_ZONE = "Europe/Zagreb";

export const NASTY_WAVES: NastyWave[] = [
  { wave_id: "early", opens_at: null, closes_at: "2026-01-05T10:00:00.000Z" },
  { wave_id: "late", opens_at: "2026-01-05T10:00:00.000Z", closes_at: "2026-03-28T23:00:00.000Z" },
  {
    wave_id: "over lapping",
    opens_at: "2026-01-04T23:00:00.000Z",
    closes_at: "2026-01-05T23:00:00.000Z",
  },
];

const word = fc.constantFrom(...NASTY_WORDS);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 4 });
const number = fc.constantFrom(0, 20, 20.5, -3, 1, 3, 18, 65, 1e21, -0.25);
const scalar = fc.oneof(word, number, fc.boolean(), fc.constant(null));
const answer = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom({}, { Ana: 1 }, [["Ana"]], [{ a: "x" }]) },
);
const moment = fc.constantFrom(...NASTY_MOMENTS);

const person = fc.record({
  status: fc.constantFrom("pending", "approved", "approved", "rejected", "waitlisted", null),
  role: maybe(fc.constantFrom("attendee", "speaker", "Speaker", "constructor")),
  name: maybe(word),
  email: maybe(
    fc.constantFrom(
      "ana@x.example",
      "Ana@X.Example",
      "a@b@c.example",
      "no-at",
      "žo@x.example",
      "a@",
      "",
    ),
  ),
  last_review_action: maybe(fc.constantFrom("approved", "rejected")),
  last_reviewer_id: maybe(fc.constantFrom("usr_1", "usr_2")),
  submitted_at: maybe(moment),
  registered_at: maybe(moment),
  last_reviewed_at: maybe(moment),
  changed_at: maybe(moment),
  removed_at: fc.option(moment, { nil: null, freq: 1 }).map((at) => at && null),
  fields: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...NASTY_KEYS), answer), { selector: ([key]) => key })
    .map((answers) => Object.fromEntries(answers)),
});

/** So many people, always the same. One in twelve has been removed. */
export function nastyPeople(count: number, seed: number): NastyPerson[] {
  return fc.sample(person, { numRuns: count, seed }).map((each, at) => ({
    ...each,
    participant_id: `ptp_${(at * 7919) % 1009}_${at}`,
    removed_at: at % 12 === 5 ? "2026-04-01T00:00:00.000Z" : null,
  }));
}

/** Puts people into an event, as a mirror would have. */
export async function plantPeople(eventId: string, people: NastyPerson[]): Promise<void> {
  await withEventSql(eventId, (sql) =>
    sql.query(
      `INSERT INTO participants (event_id, participant_id, application_id, status, role, name, email,
         last_review_action, last_reviewer_id, submitted_at, registered_at, last_reviewed_at,
         changed_at, updated_at, removed_at, fields, version_at, source, confirmed_at)
       SELECT $1, participant_id, 'app_' || participant_id, status, role, name, email,
         last_review_action, last_reviewer_id, submitted_at, registered_at, last_reviewed_at,
         changed_at, now(), removed_at, fields, now(), 'sync', now()
       FROM jsonb_populate_recordset(NULL::participants, $2)`,
      [eventId, JSON.stringify(people)],
    ),
  );
}

/** An event with these people, its waves and its zone. Answers its id. */
export async function plantNastyEvent(people: NastyPerson[]): Promise<string> {
  const eventId = await plantConnection();
  await withEventSql(eventId, async (sql) => {
    await sql.query(
      `INSERT INTO events (event_id, organization_id, title, publish_status, timezone, version_at,
         source, mirrored_at) VALUES ($1, 'org_a', 'Event', 'published', $2, now(), 'sync', now())`,
      [eventId, NASTY_ZONE],
    );
    await sql.query(
      `INSERT INTO registration_waves (event_id, wave_id, opens_at, closes_at, version_at, mirrored_at)
       SELECT $1, wave_id, opens_at, closes_at, now(), now()
       FROM jsonb_to_recordset($2) AS w(wave_id text, opens_at timestamptz, closes_at timestamptz)`,
      [eventId, JSON.stringify(NASTY_WAVES)],
    );
  });
  await plantPeople(eventId, people);
  return eventId;
}
