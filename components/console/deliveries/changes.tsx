import type { ReplayForecastView } from "@/lib/console/delivery-list-view";

/** What is changed, field by field; values are masked as in a body. */
export function Changes({ changes }: Pick<ReplayForecastView, "changes">) {
  if (changes.length === 0) return null;
  return (
    <ul aria-label="What it changes" className="mt-1 grid gap-0.5 text-xs">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <span className="font-mono">{field}</span>: <del className="text-soft">{before}</del>{" "}
          <span aria-hidden="true">→</span> <ins className="no-underline">{after}</ins>
        </li>
      ))}
    </ul>
  );
}
