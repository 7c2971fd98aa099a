import type { ReactNode } from "react";

type Props = { title: string; aside?: ReactNode; lead?: ReactNode; children: ReactNode };

/** A page of the console: what it is, how fresh it is, and what is on it. */
export function Screen({ title, aside, lead, children }: Props) {
  return (
    <div className="mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)] gap-4 p-4 sm:p-6 lg:gap-5 lg:p-8">
      <header className="grid gap-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h1 className="font-display text-2xl text-balance [overflow-wrap:anywhere]">{title}</h1>
          {aside}
        </div>
        {lead ? <div className="max-w-prose text-soft text-sm leading-relaxed">{lead}</div> : null}
      </header>
      {children}
    </div>
  );
}
