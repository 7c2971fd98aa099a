import { formatInZone } from "@/components/time/format-in-zone";
import type { BreakdownView } from "@/lib/insights/breakdown-view";
import { withoutHash } from "@/lib/list-address/short-value";

/** An answer as people read it. A day of the calendar has no zone. */
export function answerWords(value: string, kind: BreakdownView["kind"]): string {
  if (kind === "boolean" && value === "true") return "Yes";
  if (kind === "boolean" && value === "false") return "No";
  if (kind === "date" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) {
    return formatInZone(`${value}T00:00:00Z`, "day", "UTC");
  }
  return withoutHash(value).trim();
}
