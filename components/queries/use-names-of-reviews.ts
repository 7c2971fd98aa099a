import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { TeamView } from "@/lib/members/team-view";
import type { LabelsView, LabelView } from "@/lib/reviews/label-view";
import { eventQueries } from "./event-queries";
import { useSight } from "./use-sight";

const NO_LABELS: ReadonlyMap<string, LabelView> = new Map();
const NO_MEMBERS: ReadonlyMap<string, string> = new Map();

const byId = ({ labels }: LabelsView): ReadonlyMap<string, LabelView> =>
  new Map(labels.map((label) => [label.id, label]));
const namesById = ({ members }: TeamView): ReadonlyMap<string, string> =>
  new Map(members.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));

/** The event's labels and the names of its team by id, asked for only where somebody needs and may see them. */
export function useNamesOfReviews(eventId: string, isNeeded: boolean) {
  const { ratings } = useSight(eventId);
  const enabled = isNeeded && ratings !== "none";
  const { data: labels = NO_LABELS } = useQuery({
    ...eventQueries.labels(eventId),
    select: byId,
    enabled,
  });
  const { data: members = NO_MEMBERS } = useQuery({
    ...eventQueries.members(eventId),
    select: namesById,
    enabled,
  });
  return useMemo(() => ({ labels, members }), [labels, members]);
}
