import type { ReactNode } from "react";

type Props = { title: string; aside?: ReactNode; children: ReactNode };

/** A part of a page whose content goes to the edges: tables and lists. */
export function Panel({ title, aside, children }: Props) {
  return (
    <section
      aria-label={title}
      className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface"
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-line border-b px-4 py-3">
        <h2 className="font-medium text-sm tracking-wide">{title}</h2>
        {aside ? <div className="text-soft text-xs">{aside}</div> : null}
      </header>
      {children}
    </section>
  );
}

/** The one sentence of a part that has nothing to show. */
export function PanelNote({ children }: { children: ReactNode }) {
  return <p className="px-4 py-5 text-soft text-sm">{children}</p>;
}
