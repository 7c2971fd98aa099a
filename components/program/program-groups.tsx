import type { PlacedActivityView } from "@/lib/program/program-view";
import { ActivityRow } from "./activity-row";
import type { ProgramGroup } from "./group-program";
import { HeadingWords } from "./heading-words";
import { MoreActivities } from "./more-activities";
import { NothingOn } from "./nothing-on";
import { firstOf, useGrowing } from "./use-growing";

type Props = { groups: ProgramGroup[]; isByDay: boolean; opened: string | null; left: number };

/** The program as a list under headings, with ways to each of them. */
export function ProgramGroups({ groups, isByDay, opened, left }: Props) {
  const all = groups.flatMap(({ activities }) => activities);
  const growing = useGrowing(
    all.length,
    all.findIndex(({ activityId }) => activityId === opened),
  );
  const parts = firstOf<PlacedActivityView, ProgramGroup>(groups, growing.shown);
  return (
    <>
      {parts.length > 1 ? <GroupLinks parts={parts} reach={growing.reach} /> : null}
      {parts
        .filter(({ isReached }) => isReached)
        .map((group) => (
          <section
            key={group.key}
            id={`group-${group.key}`}
            aria-label={group.name}
            className="mt-7 scroll-mt-2"
          >
            <h2 className="sticky top-0 z-10 bg-canvas py-2 font-medium [overflow-wrap:anywhere]">
              <HeadingWords name={group.name} title={group.title} />
            </h2>
            {group.activities.length === 0 ? <NothingOn /> : null}
            <ul className="divide-y divide-line overflow-clip rounded-lg border border-line bg-surface empty:hidden">
              {group.activities.map((activity) => (
                <ActivityRow
                  key={activity.activityId}
                  activity={activity}
                  day={isByDay ? group.key : null}
                />
              ))}
            </ul>
          </section>
        ))}
      <MoreActivities growing={growing} left={left} />
    </>
  );
}

type LinksProps = {
  parts: (ProgramGroup & { begins: number })[];
  reach: (place: number) => void;
};

function GroupLinks({ parts, reach }: LinksProps) {
  return (
    <nav aria-label="Parts of the program" className="mt-4 flex flex-wrap gap-2">
      {parts.map((group) => (
        <a
          key={group.key}
          onClick={() => reach(group.begins)}
          href={`#group-${encodeURIComponent(group.key)}`}
          className="inline-flex min-h-7 pointer-coarse:min-h-11 max-w-full items-center rounded-full border border-line bg-surface px-3 text-soft text-xs hover:border-edge hover:text-ink"
        >
          <span className="truncate" dir="auto">
            {group.name}
          </span>
        </a>
      ))}
    </nav>
  );
}
