import { Answer } from "@/components/answers/answer";
import { describeStatus } from "@/components/status/describe-status";

/** One side of a change in the words of its column: a status by its word, an id as an id. */
export function ChangeValue({ column, value }: { column: string; value: unknown }) {
  const isNothing = value === null || value === undefined || value === "";
  if (isNothing) return <span className="text-soft">nothing</span>;
  const isStatus = column === "status" || column === "last_review_action";
  if (isStatus && typeof value === "string") return describeStatus(value).word;
  if (column.endsWith("_id")) return <span className="font-mono">{String(value)}</span>;
  return <Answer value={value} />;
}
