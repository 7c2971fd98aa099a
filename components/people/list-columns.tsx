import {
  createColumnHelper,
  type ReactTable,
  type Row,
  tableFeatures,
} from "@tanstack/react-table";
import { answersInShort } from "@/components/answers/answer-value";
import { StatusBadge } from "@/components/status/status-badge";
import { TimeAgo } from "@/components/time/time-ago";
import type { ApplicationView } from "@/lib/participants/participant-view";

export const LIST_FEATURES = tableFeatures({});
export type PeopleTableModel = ReactTable<typeof LIST_FEATURES, ApplicationView>;
export type PeopleRowModel = Row<typeof LIST_FEATURES, ApplicationView>;

const helper = createColumnHelper<typeof LIST_FEATURES, ApplicationView>();

/** The columns of a list. Which of them there is room for is a matter of {@link CELL_PLACES}. */
export const LIST_COLUMNS = helper.columns([
  helper.accessor("name", {
    id: "name",
    header: "Name",
    cell: ({ row: { original } }) => (
      <>
        <span className="block truncate text-left font-medium text-sm" dir="auto">
          {original.name || original.email || original.participantId}
        </span>
        <span className="block truncate text-soft text-xs">
          {original.name ? original.email : null}
        </span>
      </>
    ),
  }),
  helper.accessor("fields", {
    id: "answers",
    header: "Answers",
    cell: ({ getValue }) => (
      <span className="block truncate text-left text-soft text-sm" dir="auto">
        {answersInShort(getValue())}
      </span>
    ),
  }),
  helper.accessor("status", {
    id: "status",
    header: "Status",
    cell: ({ getValue }) => <StatusBadge status={getValue()} />,
  }),
  helper.accessor("submittedAt", {
    id: "submitted",
    header: "Submitted",
    cell: ({ getValue }) => <Ago at={getValue()} />,
  }),
  helper.accessor("updatedAt", {
    id: "updated",
    header: "Changed",
    cell: ({ getValue }) => <Ago at={getValue()} />,
  }),
]);

function Ago({ at }: { at: string | null }) {
  return (
    <span className="block truncate text-soft text-xs tabular-nums">
      {at ? <TimeAgo at={at} /> : "–"}
    </span>
  );
}

/** One grid for header and rows: two lines on a phone, then a column more with each bit of room. */
export const ROW_GRID =
  "grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-3 sm:px-5 @2xl:grid-cols-[minmax(0,1fr)_11rem_8rem] @4xl:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_11rem_8rem_8rem]";

/** Where each column goes in {@link ROW_GRID}. */
export const CELL_PLACES: Record<string, string> = {
  name: "min-w-0 row-span-2 @2xl:row-span-1",
  answers: "hidden min-w-0 @4xl:block",
  status: "flex min-w-0 justify-self-end self-end @2xl:justify-self-start @2xl:self-center",
  submitted: "justify-self-end self-start @2xl:justify-self-start @2xl:self-center",
  updated: "hidden @4xl:block",
};
