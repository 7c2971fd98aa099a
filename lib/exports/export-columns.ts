import { answerKeyOf, type BuiltInField } from "@/lib/list-address/list-fields";
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
  read: (row: ParticipantRow) => unknown;
  show: (row: ParticipantRow) => unknown;
};

/** What only files have: the ids by which Revento knows somebody. */
type Id = "participant" | "application";
type Read = (row: ParticipantRow, waves: readonly Wave[]) => unknown;

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
  participant: (row) => row.participant_id,
  application: (row) => row.application_id,
};

const MOMENTS: readonly string[] = ["submitted", "registered", "reviewed", "updated"];

export function isExportColumn(column: string): boolean {
  return Object.hasOwn(BUILT_IN, column) || answerKeyOf(column) !== null;
}

/** Columns whose words of Revento's a table shows in ours. */
const IN_WORDS: readonly string[] = ["status", "decision"];

/** `reviewers`: what the team calls those who review, by id; only tables show it. */
export function exportColumns(
  names: readonly string[],
  waves: readonly Wave[],
  reviewers: ReadonlyMap<string, string> = new Map(),
): ExportColumn[] {
  const headings = exportHeadings(names);
  return names.map((name, at) => exportColumn(name, headings[at] ?? name, waves, reviewers));
}

function exportColumn(
  name: string,
  heading: string,
  waves: readonly Wave[],
  reviewers: ReadonlyMap<string, string>,
): ExportColumn {
  const read: Read = Object.hasOwn(BUILT_IN, name)
    ? BUILT_IN[name as keyof typeof BUILT_IN]
    : answerReader(answerKeyOf(name) ?? "");
  return {
    name,
    heading,
    isMoment: MOMENTS.includes(name),
    read: (row) => read(row, waves) ?? null,
    show: (row) => {
      const value = read(row, waves) ?? null;
      if (typeof value !== "string") return value;
      if (name === "reviewer") return reviewers.get(value) ?? value;
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
