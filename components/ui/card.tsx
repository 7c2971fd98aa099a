import type { ReactNode } from "react";

type Props = {
  title: string;
  /** What a link on the page leads to. */
  id?: string;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
};

export function Card({ title, id, aside, className = "", children }: Props) {
  return (
    <section
      id={id}
      aria-label={title}
      className={`scroll-mt-4 rounded-lg border border-line bg-surface p-4 sm:p-5 ${className}`}
    >
      <header className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-medium text-sm tracking-wide">{title}</h2>
        {aside ? <div className="text-soft text-xs">{aside}</div> : null}
      </header>
      {children}
    </section>
  );
}
