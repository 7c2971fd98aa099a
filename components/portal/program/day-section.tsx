import type { ReactNode } from "react";
import type { ProgramDay } from "@/components/program/group-by-day";
import { HeadingWords } from "@/components/program/heading-words";
import { NothingOn } from "@/components/program/nothing-on";
import type { ActivityView } from "@/lib/program/program-view";

type Props = { day: ProgramDay; children: (activity: ActivityView) => ReactNode };

/** One day and what is on it. */
export function DaySection({ day, children }: Props) {
  return (
    <section id={`day-${day.key}`} aria-label={day.name} className="mt-4 scroll-mt-12">
      <h2 className="sticky top-11 z-10 bg-canvas py-2 font-medium">
        <HeadingWords name={day.name} title={day.title} />
      </h2>
      {day.activities.length === 0 ? <NothingOn /> : null}
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
        {day.activities.map(children)}
      </ul>
    </section>
  );
}
