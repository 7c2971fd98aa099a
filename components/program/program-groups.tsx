import type { PlacedActivityView } from "@/lib/program/program-view";
import { ActivityRow } from "./activity-row";
import { GroupLinks } from "./group-links";
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
      <GroupLinks parts={parts} onGo={({ begins }) => growing.reach(begins)} />
      {parts
        .filter(({ isReached }) => isReached)
        .map((group) => (
          <section
            key={group.key}
            id={`group-${group.key}`}
            aria-label={group.name}
            className="mt-5 scroll-mt-12"
          >
            <h2 className="sticky top-11 z-10 bg-canvas py-2 font-medium [overflow-wrap:anywhere]">
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
