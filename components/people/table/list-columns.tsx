import { createColumnHelper, type Row, tableFeatures } from "@tanstack/react-table";
import type { ReactNode } from "react";
import { answersInShort, labelOfField } from "@/components/answers/answer-value";
import { ReviewerName } from "@/components/labels/reviewer-name";
import { useVisit } from "@/components/live/visit-provider";
import { fieldWord } from "@/components/people/columns/field-words";
import { FoundText } from "@/components/people/search/found-text";
import { describeStatus } from "@/components/status/describe-status";
import { StatusBadge } from "@/components/status/status-badge";
import { TimeAgo } from "@/components/time/time-ago";
import { answerKeyOf } from "@/lib/list-address/list-fields";
import type { ApplicationView } from "@/lib/participants/participant-view";
import type { ListColumn } from "@/lib/saved-views/list-layout-view";
import { AnswerCell, Nothing } from "./answer-cell";
import {
  AssigneesCell,
  LabelsCell,
  NumberCell,
  SecondLookCell,
  SecondLookMark,
} from "./review-cells";

export const LIST_FEATURES = tableFeatures({});
export type PeopleRowModel = Row<typeof LIST_FEATURES, ApplicationView>;

const helper = createColumnHelper<typeof LIST_FEATURES, ApplicationView>();

/** The columns as TanStack Table knows them, in the order in which they are seen. */
export function listColumns(columns: readonly ListColumn[]) {
  return helper.columns(
    columns.map(({ id }) =>
      helper.display({
        id,
        header: fieldWord(id),
        cell: ({ row }) => cellOf(id, row.original),
      }),
    ),
  );
}

const CELLS: Record<string, (row: ApplicationView) => ReactNode> = {
  name: (row) => <NameCell row={row} />,
  answers: (row) => <Text text={answersInShort(row.fields)} />,
  status: (row) => <StatusBadge status={row.status} />,
  role: (row) => (row.role ? <Text text={labelOfField(row.role)} /> : <Nothing words="No role" />),
  email: (row) => (row.email ? <Found text={row.email} /> : <Nothing words="No e-mail" />),
  submitted: (row) => <Ago at={row.submittedAt} />,
  registered: (row) => <Ago at={row.registeredAt} />,
  reviewed: (row) => <Ago at={row.lastReviewedAt} />,
  decision: (row) =>
    row.lastReviewAction ? (
      <Text text={describeStatus(row.lastReviewAction).word} />
    ) : (
      <Nothing words="No decision" />
    ),
  reviewer: (row) =>
    row.lastReviewerId ? (
      <span className="block truncate text-soft text-sm">
        <ReviewerName id={row.lastReviewerId} />
      </span>
    ) : (
      <Nothing words="Nobody" />
    ),
  updated: (row) => <Ago at={row.updatedAt} />,
  rating: ({ review }) => <NumberCell value={review?.rating} none="No rating to see" />,
  "own-rating": ({ review }) => <NumberCell value={review?.ownRating} none="Not rated by you" />,
  reviews: ({ review }) => <NumberCell value={review?.reviews} none="None to see" />,
  spread: ({ review }) => <NumberCell value={review?.spread} none="No spread" />,
  notes: ({ review }) => <NumberCell value={review?.notes} none="No notes" />,
  labels: (row) => <LabelsCell row={row} />,
  assignee: (row) => <AssigneesCell row={row} />,
  "second-look": (row) => <SecondLookCell row={row} />,
};

function cellOf(id: string, row: ApplicationView): ReactNode {
  const key = answerKeyOf(id);
  if (key !== null) {
    if (Object.hasOwn(row.fields, key)) return <AnswerCell value={row.fields[key]} />;
    return <AnswerCell value={row.isCut ? "…" : null} />;
  }
  return CELLS[id]?.(row) ?? null;
}

export function nameOf(row: ApplicationView): string {
  return row.name || row.email || row.participantId;
}

/** One below the other; in the lowest rows side by side. */
const NAME_LINES =
  "block min-w-0 group-data-[density=compact]/list:@2xl:flex group-data-[density=compact]/list:@2xl:items-baseline group-data-[density=compact]/list:@2xl:gap-2";

/** A person; what stands under the name is the e-mail address, or the word about a row that leaves. */
export function NameCell({ row, word }: { row: ApplicationView; word?: string }) {
  return (
    <span className={NAME_LINES}>
      <span className="flex min-w-0 items-baseline gap-1.5 leading-tight">
        <NewDot row={row} />
        <span className="truncate text-left font-medium text-sm" dir="auto">
          <FoundText text={nameOf(row)} />
        </span>
        <SecondLookMark row={row} />
        {row.applications ? <Several count={row.applications} /> : null}
      </span>
      {word ? (
        <span className="block truncate text-rejected text-xs">{word}</span>
      ) : (
        <UnderName row={row} />
      )}
    </span>
  );
}

/** Whether somebody came, or was changed in Revento, since the member last looked. */
function NewDot({ row: { submittedAt, updatedAt } }: { row: ApplicationView }) {
  const { since } = useVisit();
  if (since === null) return null;
  const isNew = (submittedAt ?? "") > since;
  if (!isNew && (updatedAt ?? "") <= since) return null;
  return (
    <span
      title={isNew ? "New since your last visit" : "Changed since your last visit"}
      className={`size-2 shrink-0 self-center rounded-full ${isNew ? "bg-accent" : "border-2 border-accent"}`}
    >
      <span className="sr-only">{isNew ? "New: " : "Changed: "}</span>
    </span>
  );
}

/** The e-mail, or the answer that the search found the person by. */
function UnderName({ row: { name, email, foundIn } }: { row: ApplicationView }) {
  if (foundIn) {
    return (
      <span className="block truncate text-soft text-xs" dir="auto">
        {labelOfField(foundIn.field)}: <FoundText text={foundIn.text} />
      </span>
    );
  }
  return (
    <span className="block truncate text-soft text-xs">
      {name && email ? <FoundText text={email} /> : null}
    </span>
  );
}

function Several({ count }: { count: number }) {
  return (
    <span
      title={`${count} applications of this person`}
      className="shrink-0 rounded-full bg-sunken px-1.5 text-soft text-xs tabular-nums"
    >
      <span aria-hidden="true">×{count}</span>
      <span className="sr-only">, {count} applications</span>
    </span>
  );
}

function Text({ text }: { text: string }) {
  return (
    <span className="block truncate text-left text-soft text-sm" dir="auto">
      {text}
    </span>
  );
}

function Found({ text }: { text: string }) {
  return (
    <span className="block truncate text-left text-soft text-sm" dir="auto">
      <FoundText text={text} />
    </span>
  );
}

function Ago({ at }: { at: string | null }) {
  if (!at) return <Nothing words="Never" />;
  return (
    <span className="block truncate text-soft text-xs tabular-nums">
      <TimeAgo at={at} />
    </span>
  );
}
