import type { ReactNode } from "react";

type Props = { title: string; aside?: ReactNode; children: ReactNode };

/** One page of the portal: its heading, and what belongs to the page as a whole beside it. */
export function Screen({ title, aside, children }: Props) {
  return (
    <div className="mx-auto max-w-4xl px-4 pt-6 pb-10 sm:px-6 sm:pt-8">
      <div className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 className="font-display text-2xl">{title}</h1>
        {aside}
      </div>
      {children}
      <footer className="mt-12 border-line border-t pt-4 text-soft text-xs">
        Shown by Foyer, which only reads from Revento.
      </footer>
    </div>
  );
}
