import { ActivityRow } from "./activity-row";
import type { ProgramGroup } from "./group-program";

type Props = { groups: ProgramGroup[]; isByDay: boolean };

/** The program as a list under headings, with ways to each of them. */
export function ProgramGroups({ groups, isByDay }: Props) {
  return (
    <>
      {groups.length > 1 ? <GroupLinks groups={groups} /> : null}
      {groups.map((group) => (
        <section
          key={group.key}
          id={`group-${group.key}`}
          aria-label={group.name}
          className="mt-7 scroll-mt-2"
        >
          <h2 className="sticky top-0 z-10 bg-canvas py-2 font-medium [overflow-wrap:anywhere]">
            <span dir="auto">{group.name}</span>
            {group.title ? (
              <span className="ml-2 text-soft" dir="auto">
                {group.title}
              </span>
            ) : null}
          </h2>
          <ul className="divide-y divide-line overflow-clip rounded-lg border border-line bg-surface">
            {group.activities.map((activity) => (
              <ActivityRow key={activity.activityId} activity={activity} withDay={!isByDay} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function GroupLinks({ groups }: { groups: ProgramGroup[] }) {
  return (
    <nav aria-label="Parts of the program" className="mt-4 flex flex-wrap gap-2">
      {groups.map((group) => (
        <a
          key={group.key}
          href={`#group-${encodeURIComponent(group.key)}`}
          className="inline-flex min-h-8 pointer-coarse:min-h-10 max-w-full items-center rounded-full border border-line bg-surface px-3 text-soft text-xs hover:border-edge hover:text-ink"
        >
          <span className="truncate" dir="auto">
            {group.name}
          </span>
        </a>
      ))}
    </nav>
  );
}
