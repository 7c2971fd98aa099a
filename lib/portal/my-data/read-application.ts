import type { Sql } from "@/lib/db";
import { lastConfirmed } from "@/lib/mirror/full-read";
import { PARTICIPANTS, REMEMBERED_COLUMNS } from "@/lib/participants/mirror-statement";
import type { MyDataGroupView, MyDatumView } from "@/lib/portal/my-data-view";
import type { CutsView } from "@/lib/revento/cuts-view";
import { reviewerFor } from "./conceal-others";
import { datum, held, type Person } from "./datum";
import { originOfAnswer, originOfColumn } from "./field-origin";
import { type HistoryRow, readHistoryRows, viewHistory } from "./history-rows";
import { SOURCE, sourceOfKind } from "./source-words";

type Column = Exclude<(typeof REMEMBERED_COLUMNS)[number], "fields">;
type ParticipantRow = Record<Column, string | Date | null> & {
  participant_id: string;
  last_reviewer_id: string | null;
  fields: Record<string, unknown>;
  cuts: CutsView | null;
  odd: Record<string, string> | null;
  version_at: Date;
  updated_at: Date;
  changed_at: Date | null;
  source: string;
  first_seen_at: Date;
  confirmed_at: Date;
  removed_at: Date | null;
};

const LABELS: Record<Column, string> = {
  user_id: "Your id at Revento",
  role: "Role",
  application_id: "Application id",
  status: "Status",
  name: "Name",
  email: "E-mail address",
  submitted_at: "Submitted",
  registered_at: "Registered",
  last_review_action: "Last review",
  last_reviewed_at: "Last reviewed",
  last_reviewer_id: "Last reviewed by",
};

/** Every row of the mirror that is theirs, with each answer, and everything that was remembered of it. */
export async function readApplication(sql: Sql, person: Person): Promise<MyDataGroupView[]> {
  const found = await sql.query<ParticipantRow>(
    `SELECT participant_id, ${REMEMBERED_COLUMNS.join(", ")}, cuts, odd, version_at, updated_at, changed_at, source,
       first_seen_at, ${lastConfirmed("p", PARTICIPANTS)} AS confirmed_at, removed_at
     FROM participants p WHERE event_id = $1 AND user_id = $2 ORDER BY participant_id`,
    [person.eventId, person.userId],
  );
  const groups: MyDataGroupView[] = [];
  for (const row of found.rows) {
    const history = await readHistoryRows(sql, person.eventId, row.participant_id);
    const suffix = found.rows.length > 1 ? ` (${row.participant_id})` : "";
    groups.push(...viewGroups(person, row, history, suffix));
  }
  return groups;
}

function viewGroups(
  { userId }: Person,
  row: ParticipantRow,
  history: HistoryRow[],
  suffix: string,
): MyDataGroupView[] {
  return [
    {
      name: `Your application${suffix}`,
      note: "The event's organizers see this in Foyer as they do in Revento; it follows what Revento has.",
      data: held([...viewColumns(userId, row, history), ...viewBookkeeping(row)]),
    },
    {
      name: `Your answers${suffix}`,
      note: `What you filled in, in the event's own form at Revento.${row.cuts ? " Foyer keeps only a part of what is very long; Revento has all of it." : ""}`,
      data: Object.entries(row.fields).map(([key, value]) => {
        const { source, since } = originOfAnswer(key, history, row);
        return datum(key, value, source, since);
      }),
    },
    ...viewOdd(row, suffix),
    {
      name: `What happened to your application${suffix}`,
      note: "Kept so that you and the organizers can see what changed and when.",
      data: history.map((entry) => viewHistory(userId, entry)),
    },
  ];
}

function viewColumns(userId: string, row: ParticipantRow, history: HistoryRow[]): MyDatumView[] {
  const shown: ParticipantRow = {
    ...row,
    last_reviewer_id: reviewerFor(userId, row.last_reviewer_id),
  };
  const columns = REMEMBERED_COLUMNS.filter((column) => column !== "fields");
  const mirrored = columns.map((column) => {
    const { source, since } = originOfColumn(column, history, row);
    return datum(LABELS[column], shown[column], source, since);
  });
  const id = originOfColumn("participant_id", history, row);
  return [datum("Participant id", row.participant_id, id.source, id.since), ...mirrored];
}

/** What Foyer keeps as it came, because it could not read it. */
function viewOdd(row: ParticipantRow, suffix: string): MyDataGroupView[] {
  if (!row.odd) return [];
  const data = Object.entries(row.odd).map(([field, raw]) =>
    datum(field, raw, sourceOfKind(row.source), row.confirmed_at),
  );
  const note =
    "Revento wrote these in a way that Foyer does not understand. It keeps them as they came.";
  return [{ name: `What Foyer could not read${suffix}`, note, data }];
}

function viewBookkeeping(row: ParticipantRow): MyDatumView[] {
  const source = row.source === "webhook" ? "Revento, a webhook" : sourceOfKind(row.source);
  const line = (field: string, value: Date | string | null) =>
    datum(field, value, SOURCE.foyer, row.first_seen_at);
  return [
    line("First seen by Foyer", row.first_seen_at),
    line("Last seen at Revento", row.confirmed_at),
    line("Last changed by Revento", row.changed_at),
    line("Last written by Foyer", row.updated_at),
    line("Last written because of", source),
    line("Shows Revento as of", row.version_at),
    line("No longer at Revento since", row.removed_at),
  ];
}
