import type { ForecastChangeView } from "./delivery-list-view";
import { maskField } from "./mask-body";

/** Fields of one change that are named. */
const MOST_CHANGES = 20;

/** What an entry of the history changed, field by field and before and after, masked as a body is. */
export function maskChanges(
  changes: Readonly<Record<string, readonly [before: unknown, after: unknown]>>,
): ForecastChangeView[] {
  const all = Object.entries(changes).flatMap(([field, [before, after]]) => {
    if (field !== "fields") return [changeOf(field, before, after)];
    const [was, is] = [asAnswers(before), asAnswers(after)];
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return keys.map((key) => changeOf(key, was[key] ?? null, is[key] ?? null, "answer: "));
  });
  return all.slice(0, MOST_CHANGES);
}

function changeOf(name: string, before: unknown, after: unknown, prefix = ""): ForecastChangeView {
  const isAnswer = prefix !== "";
  const [field, was] = maskField(name, before, { isAnswer });
  const [, is] = maskField(name, after, { isAnswer });
  return { field: prefix + field, before: was, after: is };
}

function asAnswers(side: unknown): Record<string, unknown> {
  return typeof side === "object" && side !== null ? { ...side } : {};
}
