import type { CutsView } from "@/lib/revento/cuts-view";

/** The whole name of a field whose name was too long to be kept as it is; undefined for every other. */
export function longLabel(name: string, cuts: CutsView | null): string | undefined {
  return cuts && Object.hasOwn(cuts.labels, name) ? cuts.labels[name] : undefined;
}

/** Says of an answer that Foyer keeps its beginning only; nothing where it keeps all of it. */
export function CutNote({ name, cuts }: { name: string; cuts: CutsView | null }) {
  const bytes = cuts && Object.hasOwn(cuts.answers, name) ? cuts.answers[name] : undefined;
  if (bytes === undefined) return null;
  return (
    <p className="mt-1 text-soft text-xs">
      Foyer keeps the beginning of this answer. Revento has all of it: {inKilobytes(bytes)}.
    </p>
  );
}

/** Says how many answers of a form Foyer does not keep at all. */
export function LeftOutNote({ cuts }: { cuts: CutsView | null }) {
  if (!cuts || cuts.leftOut === 0) return null;
  const answers = cuts.leftOut === 1 ? "One more answer is" : `${cuts.leftOut} more answers are`;
  return (
    <p className="mt-3 text-soft text-sm">
      {answers} in Revento only: of a form Foyer keeps 500 answers, and 256 KB in all.
    </p>
  );
}

function inKilobytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1_024)).toLocaleString("en-GB")} KB`;
}
