import type { MyDataGroupView } from "@/lib/portal/my-data-view";
import { datum, held } from "./datum";
import { SOURCE } from "./source-words";

type Note = { text: string; at: string; edited: string | null; deleted: string | null };
type Rating = {
  score: number | null;
  scores: unknown;
  abstained: boolean;
  comment: string;
  at: string;
};
type Looked = { at: string; until: string | null };

export type TeamTraces = {
  notes: Note[] | null;
  ratings: Rating[] | null;
  labels: { name: string; at: string }[] | null;
  assigned: string[] | null;
  handed: string[] | null;
  looked: Looked[] | null;
};

const listOf = (from: string, what: string, order: string) =>
  `(SELECT json_agg(${what} ORDER BY ${order}) FROM ${from} WHERE t.event_id = $1 AND t.participant_id = ANY ($3))`;

/** SQL of {@link TeamTraces} as JSON: what the team left about the participants `$3` of the event `$1`. */
export const TEAM_TRACES = `json_build_object(
  'notes', ${listOf(
    "application_notes AS t",
    "json_build_object('text', t.text, 'at', t.created_at, 'edited', t.edited_at, 'deleted', t.deleted_at)",
    "t.created_at",
  )},
  'ratings', ${listOf(
    "ratings AS t",
    `json_build_object('score', t.score, 'scores', t.scores, 'abstained', t.is_abstained, 'comment', t.comment, 'at', t.rated_at)`,
    "t.rated_at",
  )},
  'labels', ${listOf(
    "application_labels AS t LEFT JOIN labels AS l ON l.event_id = t.event_id AND l.id = t.label_id",
    "json_build_object('name', l.name, 'at', t.put_at)",
    "t.put_at",
  )},
  'assigned', ${listOf("assignments AS t", "t.assigned_at", "t.assigned_at")},
  'handed', ${listOf("(SELECT * FROM application_reviews WHERE handed_at IS NOT NULL) AS t", "t.handed_at", "t.handed_at")},
  'looked', ${listOf(
    "presences AS t",
    "json_build_object('at', t.seen_at, 'until', t.claimed_until)",
    "t.seen_at",
  )})`;

/** What those who organize the event wrote and gave; who of them stays with the team. */
export function viewTeamTraces(found: TeamTraces): MyDataGroupView[] {
  return [
    group(
      "Notes of the team",
      "The people who organize this event write these for each other when they read applications. Revento does not have them.",
      (found.notes ?? []).flatMap(notesOf),
    ),
    group(
      "Reviews of the team",
      "What the people who organize this event gave your application, to decide together. The decision is made in Revento.",
      [
        ...(found.ratings ?? []).flatMap(ratingOf),
        ...(found.labels ?? []).map(({ name, at }) => own("Label", name, at)),
        ...(found.assigned ?? []).map((at) => moment("To be reviewed by one of them", at)),
        ...(found.handed ?? []).map((at) => moment("Last handed to a reviewer", at)),
        ...(found.looked ?? []).flatMap(({ at, until }) => [
          moment("Last opened by a reviewer", at),
          ...(until ? [moment("Kept for that reviewer until", until)] : []),
        ]),
      ],
    ),
  ].filter(({ data }) => data.length > 0);
}

const group = (name: string, note: string, data: MyDataGroupView["data"]) => ({ name, note, data });

const own = (field: string, value: unknown, at: string) =>
  datum(field, value, SOURCE.team, new Date(at));

const moment = (field: string, at: string) => own(field, new Date(at), at);

function notesOf({ text, at, edited, deleted }: Note) {
  return [
    own("Note", text === "" ? "Its words were deleted" : text, at),
    ...(edited ? [moment("Edited", edited)] : []),
    ...(deleted ? [moment("Deleted", deleted)] : []),
  ];
}

function ratingOf({ score, scores, abstained, comment, at }: Rating) {
  return held([
    abstained ? own("A reviewer abstained", true, at) : own("Rating, from 1 to 5", score, at),
    own("Points for each criterion", scores, at),
    own("Comment on the rating", comment || null, at),
  ]);
}
