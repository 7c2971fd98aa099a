import { answerKeyOf, type BuiltInField } from "@/lib/list-address/list-fields";
import type { ReviewMarksView } from "@/lib/participants/participant-view";
import { statusWord } from "@/lib/participants/status-words-view";
import type { ParticipantRow } from "@/lib/participants/view-participant";
import { exportHeadings } from "./export-heading";

/** A wave of registration: from its opening to its closing; absent ends are open. */
export type Wave = { title: string; opensAt: Date | null; closesAt: Date | null };

/**
 * A column of a file: how it reads the raw value of a row, and what a table shows of it. A moment is a Date, an answer
 * as Revento has it.
 */
export type ExportColumn = {
  name: string;
  heading: string;
  isMoment: boolean;
  read: (row: ExportedRow) => unknown;
  show: (row: ExportedRow) => unknown;
};

/** A row with what the team made of it, where a column asks for that. */
export type ExportedRow = ParticipantRow & Partial<ReviewMarksView>;

/** What ids are called: those who review in Revento, the team's labels, its members. */
export type ExportNames = Record<"reviewers" | "labels" | "members", ReadonlyMap<string, string>>;

const NO_NAMES: ExportNames = { reviewers: new Map(), labels: new Map(), members: new Map() };

/** What only files have: the ids by which Revento knows somebody. */
type Id = "participant" | "application";
type Read = (row: ExportedRow, waves: readonly Wave[], names: ExportNames) => unknown;

const BUILT_IN: Record<Exclude<BuiltInField, "duplicates"> | Id, Read> = {
  name: (row) => row.name,
  email: (row) => row.email,
  domain: ({ email }) => (email?.includes("@") ? email.split("@").at(-1)?.toLowerCase() : null),
  status: (row) => row.status,
  role: (row) => row.role,
  wave: (row, waves) => waves.filter((wave) => isIn(wave, row)).map(({ title }) => title),
  decision: (row) => row.last_review_action,
  reviewer: (row) => row.last_reviewer_id,
  submitted: (row) => row.submitted_at,
  registered: (row) => row.registered_at,
  reviewed: (row) => row.last_reviewed_at,
  updated: (row) => row.changed_at,
  rating: ({ review }) => review?.rating,
  "own-rating": ({ review }) => review?.ownRating,
  reviews: ({ review }) => review?.reviews,
  spread: ({ review }) => review?.spread,
  notes: ({ review }) => review?.notes,
  labels: ({ review }, _, { labels }) => review?.labels.map((id) => labels.get(id) ?? id),
  assignee: ({ review }, _, { members }) => review?.assignees.map((id) => members.get(id) ?? id),
  "second-look": ({ secondLook }) => secondLook,
  participant: (row) => row.participant_id,
  application: (row) => row.application_id,
};

const MOMENTS: readonly string[] = ["submitted", "registered", "reviewed", "updated"];

export function isExportColumn(column: string): boolean {
  return Object.hasOwn(BUILT_IN, column) || answerKeyOf(column) !== null;
}

/** Columns whose words of Revento's a table shows in ours. */
const IN_WORDS: readonly string[] = ["status", "decision"];

/** What the team calls those who review in Revento only tables show. */
export function exportColumns(
  columns: readonly string[],
  waves: readonly Wave[],
  names: ExportNames = NO_NAMES,
): ExportColumn[] {
  const headings = exportHeadings(columns);
  return columns.map((name, at) => exportColumn(name, headings[at] ?? name, waves, names));
}

function exportColumn(
  name: string,
  heading: string,
  waves: readonly Wave[],
  names: ExportNames,
): ExportColumn {
  const read: Read = Object.hasOwn(BUILT_IN, name)
    ? BUILT_IN[name as keyof typeof BUILT_IN]
    : answerReader(answerKeyOf(name) ?? "");
  return {
    name,
    heading,
    isMoment: MOMENTS.includes(name),
    read: (row) => read(row, waves, names) ?? null,
    show: (row) => {
      const value = read(row, waves, names) ?? null;
      if (typeof value !== "string") return value;
      if (name === "reviewer") return names.reviewers.get(value) ?? value;
      return IN_WORDS.includes(name) ? statusWord(value) : value;
    },
  };
}

function answerReader(key: string): Read {
  return ({ fields }) => (Object.hasOwn(fields, key) ? fields[key] : null);
}

function isIn({ opensAt, closesAt }: Wave, { submitted_at: at }: ParticipantRow): boolean {
  return at !== null && (!opensAt || at >= opensAt) && (!closesAt || at < closesAt);
}
