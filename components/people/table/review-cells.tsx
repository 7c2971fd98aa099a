import { RotateCcw } from "lucide-react";
import { LabelChip } from "@/components/labels/label-chip";
import { MemberName, useReviewNames } from "@/components/labels/review-names";
import type { ApplicationView } from "@/lib/participants/participant-view";
import { Nothing } from "./answer-cell";

type Row = { row: ApplicationView };

/** A score or a number, or that there is none. */
export function NumberCell({ value, none }: { value: number | null | undefined; none: string }) {
  if (value === null || value === undefined || value === 0) return <Nothing words={none} />;
  const text = value.toLocaleString("en-GB", { maximumFractionDigits: 2 });
  return <span className="block truncate text-sm tabular-nums">{text}</span>;
}

export function LabelsCell({ row }: Row) {
  const { labels } = useReviewNames();
  const shown = (row.review?.labels ?? []).flatMap((id) => labels.get(id) ?? []);
  if (shown.length === 0) return <Nothing words="No labels" />;
  return (
    <span className="flex min-w-0 gap-1 overflow-hidden">
      {shown.map((label) => (
        <LabelChip key={label.id} label={label} />
      ))}
    </span>
  );
}

export function AssigneesCell({ row }: Row) {
  const ids = row.review?.assignees ?? [];
  if (ids.length === 0) return <Nothing words="Nobody" />;
  return (
    <span className="block truncate text-soft text-sm">
      {ids.map((id, at) => (
        <span key={id}>
          {at > 0 ? ", " : null}
          <MemberName id={id} />
        </span>
      ))}
    </span>
  );
}

export function SecondLookCell({ row }: Row) {
  if (!row.secondLook) return <Nothing words="Not changed" />;
  return (
    <span className="inline-flex items-center gap-1.5 rounded-full bg-pending-tint px-2 py-0.5 text-pending text-xs">
      <RotateCcw aria-hidden="true" size={12} />
      Changed
    </span>
  );
}

/** On a row, that its answers changed since one rated it. */
export function SecondLookMark({ row }: Row) {
  if (!row.secondLook) return null;
  return (
    <span title="Changed since you rated it" className="shrink-0 self-center text-pending">
      <RotateCcw aria-hidden="true" size={13} />
      <span className="sr-only">Changed since you rated it</span>
    </span>
  );
}
