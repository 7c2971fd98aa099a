import type { ReactNode } from "react";

/** What happened, one entry below the other. */
export function Timeline({ children }: { children: ReactNode }) {
  return <ol className="ml-1.5 grid gap-4 border-line border-l pl-5">{children}</ol>;
}

type Props = {
  /** The class of the dot's colour. */
  mark: string;
  title: string;
  /** When, and whatever belongs beside it. */
  when: ReactNode;
  /** One line each. */
  notes?: readonly string[];
  /** What there is to tell beyond lines. */
  children?: ReactNode;
};

export function TimelineEntry({ mark, title, when, notes = [], children }: Props) {
  return (
    <li className="relative text-sm">
      <span
        aria-hidden="true"
        className={`-left-[1.5625rem] absolute top-1.5 size-2.5 rounded-full ring-4 ring-surface ${mark}`}
      />
      <p>{title}</p>
      <p className="text-soft text-xs">{when}</p>
      {notes.map((note) => (
        <p key={note} className="mt-0.5 text-soft text-xs [overflow-wrap:anywhere]" dir="auto">
          {note}
        </p>
      ))}
      {children}
    </li>
  );
}
