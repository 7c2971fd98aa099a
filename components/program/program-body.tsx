"use client";

import { SearchX } from "lucide-react";
import { useCallback, useMemo } from "react";
import { useNow } from "@/components/time/now-provider";
import { Button } from "@/components/ui/button";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { Notice } from "@/components/ui/notice";
import { useMediaQuery } from "@/components/ui/use-media-query";
import type { PlacedActivityView, ProgramView } from "@/lib/program/program-view";
import { countPairs } from "./count-pairs";
import { onlyWithActivities } from "./group-by-day";
import { groupProgram } from "./group-program";
import { matchesTitle } from "./match-title";
import { nowAndNext } from "./now-and-next";
import { NowNext } from "./now-next";
import { overlapsOf } from "./overlaps-of";
import { Program, type ProgramContext } from "./program-context";
import { ProgramGroups } from "./program-groups";
import { ProgramToolbar } from "./program-toolbar";
import { colorsOf } from "./thread-colors";
import { useChangedActivities } from "./use-changed-activities";
import { useOpenedActivity } from "./use-opened-activity";
import { useProgramAddress } from "./use-program-address";
import { ZoneNote } from "./zone-note";

const Timetable = lazyPiece(() => import("./timetable").then((module) => module.default));

const idsOf = (some: readonly PlacedActivityView[]) =>
  new Set(some.map((activity) => activity.activityId));

const placesOf = (all: readonly PlacedActivityView[]) =>
  new Map(all.map(({ activityId }, at) => [activityId, at]));

/** A program that has something on it, ordered and searched as the address says. */
export function ProgramBody({ eventId, program }: { eventId: string; program: ProgramView }) {
  const address = useProgramAddress();
  const { by, view, show, q, activity: opened, change } = address;
  const isWide = useMediaQuery("(min-width: 64rem)", true);
  const moment = nowAndNext(program.activities, useNow());
  const overlaps = useMemo(() => overlapsOf(program), [program]);
  const changed = useChangedActivities(program.activities);
  const shown = program.activities.filter(
    (each) => matchesTitle(each.title, q) && (show === "all" || overlaps.has(each.activityId)),
  );
  const shownIds = idsOf(shown);
  const open = useCallback(
    (activityId: string | null) => {
      // What the search or the filter hides comes back for it.
      const isHidden = activityId !== null && !shownIds.has(activityId);
      void change({ activity: activityId, ...(isHidden && { q: null, show: null }) });
    },
    [change, shownIds],
  );
  const clear = () => void change({ q: null, show: null });
  useOpenedActivity(opened, opened !== null && shownIds.has(opened));
  const context: ProgramContext = {
    eventId,
    zone: program.timezone,
    overlaps,
    now: idsOf(moment.now),
    next: idsOf(moment.next),
    opened,
    colors: useMemo(() => colorsOf(program.threads), [program.threads]),
    places: useMemo(() => placesOf(program.activities), [program.activities]),
    changed,
    open,
  };
  const isPart = shown.length < program.activities.length || program.left > 0;
  const groups = groupProgram({ ...program, activities: shown }, by);
  const isTimetable = view === "timetable" && isWide;
  return (
    <Program value={context}>
      <ZoneNote zone={program.timezone} />
      <NowNext {...moment} />
      <ProgramToolbar
        address={address}
        overlaps={countPairs(program.overlaps)}
        isWide={isWide}
        onDone={() => document.getElementById(`activity-${shown[0]?.activityId}`)?.focus()}
      />
      {opened !== null && !idsOf(program.activities).has(opened) ? <Vanished /> : null}
      {shown.length === 0 ? <NothingMatches onClear={clear} /> : null}
      {isTimetable ? (
        <Timetable
          program={{ ...program, activities: shown }}
          by={by}
          opened={opened}
          isPart={isPart}
        />
      ) : (
        <ProgramGroups
          groups={isPart ? onlyWithActivities(groups) : groups}
          isByDay={by === "day"}
          opened={opened}
          left={program.left}
        />
      )}
    </Program>
  );
}

function Vanished() {
  return (
    <p role="status" className="mt-4 rounded-md bg-pending-tint px-3 py-2 text-pending text-sm">
      The activity of this link is not on the program (any more).
    </p>
  );
}

function NothingMatches({ onClear }: { onClear: () => void }) {
  return (
    <Notice icon={SearchX} role="status" title="Nothing matches" text="No activity is like that.">
      <Button onClick={onClear}>Clear filters</Button>
    </Notice>
  );
}
