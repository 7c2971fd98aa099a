import type { ReactNode } from "react";

/** Names and what they are. A fact that is nothing is left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(8rem,auto)_1fr]">
      {facts
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value]) => (
          <div key={name} className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
            <dt className="text-soft text-sm">{name}</dt>
            <dd className="min-w-0 text-sm [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
