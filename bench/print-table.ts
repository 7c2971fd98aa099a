import { isMet, type Measure } from "./measure";

const HEAD = ["measure", "ours", "theirs / bound", "ratio", "goal", "met"];

function goalOf({ goal }: Measure): string {
  if (goal === null) return "";
  return "atLeast" in goal ? `≥ ${goal.atLeast} ×` : `≤ ${goal.atMost} ×`;
}

function metOf(measure: Measure): string {
  if (isMet(measure)) return measure.goal === null ? "" : "yes";
  return "NO";
}

/** Prints the measures as one aligned table. */
export function printTable(measures: readonly Measure[]): void {
  const rows = measures.map((measure) => [
    measure.measure,
    measure.ours,
    measure.theirs,
    `${measure.ratio.toFixed(2)} ×`,
    goalOf(measure),
    metOf(measure),
  ]);
  const widths = HEAD.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(" │ ")
      .trimEnd();
  console.log(`\n${line(HEAD)}`);
  console.log(widths.map((width) => "─".repeat(width)).join("─┼─"));
  for (const row of rows) console.log(line(row));
}
