import type { Route } from "next";
import Link from "next/link";
import { useReviewNames } from "@/components/labels/review-names";
import { useReviewerNames } from "@/components/labels/reviewer-name";
import { fieldWord } from "@/components/people/columns/field-words";
import { useFieldKinds } from "@/components/people/filters/use-field-kinds";
import { valueWord } from "@/components/people/filters/value-word";
import { describeStatus } from "@/components/status/describe-status";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Group } from "./group-counts";

type TableProps = {
  eventId: string;
  kind: ListKind;
  field: string;
  statuses: readonly string[];
  groups: readonly Group[];
  totals: readonly number[];
  total: number;
};

/** Values down, statuses across; what is shown can be printed as it is. */
export function GroupTable({ eventId, kind, field, statuses, groups, totals, total }: TableProps) {
  const { kindOf } = useFieldKinds(eventId);
  const reviewers = useReviewerNames();
  const reviews = useReviewNames();
  const names = { kindOf, waves: null, reviewers, reviews };
  const hrefOf = (address: string) =>
    `/events/${encodeURIComponent(eventId)}/${kind}?${address}` as Route;
  return (
    <div className="mt-4 overflow-x-auto rounded-lg border border-line bg-surface print:overflow-visible">
      <table className="w-full border-collapse text-sm tabular-nums">
        <caption className="sr-only">
          {kind === "applications" ? "Applications" : "Participants"} by {fieldWord(field)}
        </caption>
        <thead>
          <tr className="text-soft text-xs">
            <th scope="col" className="px-4 py-2.5 text-left font-normal">
              {fieldWord(field)}
            </th>
            {statuses.map((status) => (
              <th key={status} scope="col" className="px-4 py-2.5 text-right font-normal">
                {describeStatus(status).word}
              </th>
            ))}
            <th
              scope="col"
              className="sticky right-0 bg-surface px-4 py-2.5 text-right font-medium text-ink"
            >
              Total
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ value, counts, total: all }) => (
            <tr key={value ?? ""} className="border-line border-t">
              <th
                scope="row"
                className={`max-w-80 px-4 py-2.5 text-left font-normal [overflow-wrap:anywhere] ${value === null ? "text-soft" : ""}`}
                dir="auto"
              >
                {value === null ? "No answer" : valueWord(field, value, names)}
              </th>
              {counts.map((cell, at) => (
                <NumberCell key={statuses[at]} cell={cell} hrefOf={hrefOf} />
              ))}
              <NumberCell cell={all} hrefOf={hrefOf} isTotal />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-edge border-t font-medium">
            <th scope="row" className="px-4 py-2.5 text-left font-medium">
              Everybody
            </th>
            {totals.map((count, at) => (
              <td key={statuses[at]} className="px-4 py-2.5 text-right">
                {count.toLocaleString("en-GB")}
              </td>
            ))}
            <td className="sticky right-0 bg-surface px-4 py-2.5 text-right">
              {total.toLocaleString("en-GB")}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

type NumberProps = {
  cell: Group["total"];
  hrefOf: (address: string) => Route;
  isTotal?: boolean;
};

function NumberCell({ cell: { count, address }, hrefOf, isTotal = false }: NumberProps) {
  return (
    <td
      className={`px-4 py-2.5 text-right ${isTotal ? "sticky right-0 bg-surface font-medium" : ""}`}
    >
      {count === 0 ? (
        <span className="text-soft">–</span>
      ) : (
        <Link
          href={hrefOf(address)}
          prefetch={false}
          className="rounded-sm underline decoration-line underline-offset-4 hover:decoration-ink"
        >
          {count.toLocaleString("en-GB")}
        </Link>
      )}
    </td>
  );
}
