import type { ReactNode } from "react";
import { ChangeValue } from "./change-value";
import { type Changed, entryChanges } from "./entry-changes";

/** What was changed, field by field, before and after; nothing where nothing was. */
export function ChangeList({ entry }: { entry: Changed }) {
  const changes = entryChanges(entry);
  if (changes.length === 0) return null;
  return (
    <dl className="mt-1.5 grid gap-1.5 text-xs">
      {changes.map(({ column, word, before, after }) => (
        <div key={`${column} ${word}`} className="rounded-md bg-canvas px-2.5 py-1.5">
          <dt className="text-soft [overflow-wrap:anywhere]">{word}</dt>
          <dd className="grid gap-0.5 [overflow-wrap:anywhere]">
            <Side word="Before">
              <ChangeValue column={column} value={before} />
            </Side>
            <Side word="After">
              <ChangeValue column={column} value={after} />
            </Side>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Side({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[3.25rem_minmax(0,1fr)] gap-2">
      <span className="text-soft">{word}</span>
      <div>{children}</div>
    </div>
  );
}
