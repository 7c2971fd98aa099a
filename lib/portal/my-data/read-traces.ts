import type { Sql } from "@/lib/db";
import type { MyDataGroupView } from "@/lib/portal/my-data-view";
import { datum, type Person } from "./datum";
import { SOURCE } from "./source-words";
import { TEAM_TRACES, type TeamTraces, viewTeamTraces } from "./team-traces";

type TracesRow = {
  calls: number;
  calls_since: Date | null;
  calls_last_hour: number;
  messages: number;
  messages_since: Date | null;
  notices: number;
  notices_since: Date | null;
  drifts: { cause: string; fields: string[]; at: string }[] | null;
  team: TeamTraces;
  reviewer_name: string | null;
  named_at: Date | null;
};

/** Messages are counted by what they left behind: `deliveries` has no index by envelope, and an event has many. */
const TRACES = `SELECT c.count AS calls, c.since AS calls_since, c.last_hour AS calls_last_hour,
    m.count AS messages, m.since AS messages_since, n.count AS notices, n.since AS notices_since, d.found AS drifts,
    ${TEAM_TRACES} AS team, r.name AS reviewer_name, r.named_at
  FROM (SELECT count(*)::int AS count, min(started_at) AS since,
      count(*) FILTER (WHERE started_at > now() - interval '1 hour')::int AS last_hour
    FROM api_calls WHERE event_id = $1 AND holder = $2) c,
  (SELECT count(envelope_id)::int AS count, min(recorded_at) AS since FROM participant_history
    WHERE event_id = $1 AND participant_id = ANY ($3) AND envelope_id IS NOT NULL) m,
  (SELECT count(*)::int AS count, min(at) AS since FROM changes WHERE event_id = $1 AND ids && $4::text[]) n,
  (SELECT json_agg(json_build_object('cause', cause, 'fields', fields, 'at', at) ORDER BY at DESC) AS found
    FROM drifts WHERE event_id = $1 AND participant_id = ANY ($3)) d
  LEFT JOIN reviewer_names r ON r.event_id = $1 AND r.reviewer_id = $2`;

/** What running Foyer leaves behind about somebody: counted, because there is nothing else in it. */
export async function readTraces(sql: Sql, person: Person): Promise<MyDataGroupView[]> {
  const { eventId, userId, participantIds } = person;
  const ids = [userId, ...participantIds];
  const found = await sql.query<TracesRow>(TRACES, [eventId, userId, participantIds, ids]);
  const [row] = found.rows;
  if (!row) return [];
  return [
    ...reviewerName(userId, row),
    ...viewTeamTraces(row.team),
    {
      name: "Calls to Revento",
      note: "Counted so that Foyer stays within what Revento allows for each person; forgotten after two hours.",
      data: [
        datum(
          "Calls with your token in the last hour",
          row.calls_last_hour,
          SOURCE.foyer,
          row.calls_since,
        ),
        datum("Calls still remembered", row.calls, SOURCE.foyer, row.calls_since),
      ],
    },
    {
      name: "Messages of Revento's",
      note: "Revento's messages are kept as they arrived for a month, so that one that went wrong can be applied again; that one came, of which kind and when, stays until the event's data is erased. What those about you said stands above; they are read again only when something went wrong, with the personal parts masked, or with a reason that the organizers see.",
      data: [datum("Messages about you", row.messages, "Revento, webhooks", row.messages_since)],
    },
    {
      name: "Notices to open pages",
      note: "They say that something of yours changed, not what, so that open pages fetch it again; forgotten after a day.",
      data: [datum("Notices that name you", row.notices, SOURCE.foyer, row.notices_since)],
    },
    {
      name: "Found by the daily check",
      note: "Where Foyer differed from Revento about you, so that the organizers can see that nothing is missed.",
      data: (row.drifts ?? []).map(({ cause, fields, at }) =>
        datum(cause, fields, "Revento, daily check", new Date(at)),
      ),
    },
  ];
}

/** Of somebody who decides on applications of the event, and takes part, too. */
function reviewerName(userId: string, row: TracesRow): MyDataGroupView[] {
  if (row.reviewer_name === null) return [];
  return [
    {
      name: "As a reviewer",
      note: "You decide on applications of this event, and its team wrote down what you are called, so that they need not know you by an id.",
      data: [datum(userId, row.reviewer_name, SOURCE.foyer, row.named_at)],
    },
  ];
}
