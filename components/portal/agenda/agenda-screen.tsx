"use client";

import { useQuery } from "@tanstack/react-query";
import { Star, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { DaySection } from "@/components/portal/program/day-section";
import { PortalActivity } from "@/components/portal/program/portal-activity";
import { StarFailure } from "@/components/portal/program/star-failure";
import { useChosenZone } from "@/components/portal/program/use-chosen-zone";
import { useStars } from "@/components/portal/program/use-stars";
import { ZoneSwitch } from "@/components/portal/program/zone-switch";
import { NotLoaded } from "@/components/portal/shell/not-loaded";
import { Screen } from "@/components/portal/shell/screen";
import { groupByDay, onlyWithActivities } from "@/components/program/group-by-day";
import { portalQueries } from "@/components/queries/portal-queries";
import { buttonLook } from "@/components/ui/button-look";
import { Notice } from "@/components/ui/notice";
import type { PublicProgramView } from "@/lib/program/program-view";
import { CalendarLinks } from "./calendar-links";
import { type Conflicts, findConflicts } from "./conflicts";
import { focusNeighbour } from "./focus-neighbour";

/** What one has starred, day by day, and what of it overlaps. */
export function AgendaScreen({ eventId }: { eventId: string }) {
  const program = useQuery(portalQueries.program(eventId));
  const agenda = useQuery(portalQueries.agenda(eventId));
  const isLoaded = program.data && agenda.data;
  return (
    <Screen title="My agenda">
      {isLoaded ? (
        <Agenda eventId={eventId} program={program.data} />
      ) : (
        <NotLoaded
          error={program.error ?? agenda.error}
          onRetry={() => void Promise.all([program.refetch(), agenda.refetch()])}
        />
      )}
    </Screen>
  );
}

function Agenda({ eventId, program }: { eventId: string; program: PublicProgramView }) {
  const chosen = useChosenZone(program.timezone);
  const { starred, toggle, error } = useStars(eventId);
  const mine = program.activities.filter((each) => starred.has(each.activityId));
  if (mine.length === 0) return <EmptyAgenda eventId={eventId} error={error} />;
  const conflicts = findConflicts(mine);
  return (
    <>
      <ZoneSwitch {...chosen} eventZone={program.timezone} />
      <StarFailure error={error} />
      {onlyWithActivities(groupByDay({ ...program, activities: mine }, chosen.zone)).map((day) => (
        <DaySection key={day.key} day={day}>
          {(activity) => (
            <PortalActivity
              key={activity.activityId}
              activity={activity}
              zone={chosen.zone}
              day={day.key}
              isStarred
              onToggle={(activityId) => {
                focusNeighbour();
                toggle(activityId);
              }}
            >
              <Conflict found={conflicts.get(activity.activityId)} />
            </PortalActivity>
          )}
        </DaySection>
      ))}
      <div className="mt-8">
        <CalendarLinks eventId={eventId} of={["mine", "all"]} />
      </div>
    </>
  );
}

function Conflict({ found }: { found: Conflicts | undefined }) {
  if (!found) return null;
  const more = found.count - found.first.length;
  return (
    <p className="mt-2 flex w-fit gap-2 rounded-md bg-pending-tint px-2.5 py-1.5 text-pending text-xs leading-snug">
      <TriangleAlert aria-hidden="true" size={14} className="mt-px shrink-0" />
      <span className="[overflow-wrap:anywhere]">
        At the same time as{" "}
        {found.first.map((other, index) => (
          <span key={other.activityId}>
            {index > 0 ? ", " : null}
            <bdi>“{other.title}”</bdi>
          </span>
        ))}
        {more > 0 ? `, and ${more.toLocaleString("en-GB")} more` : null}
      </span>
    </p>
  );
}

function EmptyAgenda({ eventId, error }: { eventId: string; error: Error | null }) {
  return (
    <>
      <StarFailure error={error} />
      <Notice
        icon={Star}
        title="Nothing on your agenda yet"
        text="Star what you do not want to miss, and it comes together here, with a warning where two of your choices overlap."
      >
        <Link href={`/portal/${eventId}/program`} className={buttonLook("primary")}>
          Go to the program
        </Link>
      </Notice>
      <div className="flex justify-center">
        <CalendarLinks eventId={eventId} of={["all"]} />
      </div>
    </>
  );
}
