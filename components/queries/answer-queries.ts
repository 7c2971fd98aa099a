import { infiniteQueryOptions, type QueryKey } from "@tanstack/react-query";
import type { AnswerTextView } from "@/lib/participants/answer-text-view";
import { eventQueries } from "./event-queries";
import { fetchView } from "./fetch-view";
import { portalQueries } from "./portal-queries";

/**
 * The rest of one long answer, stretch by stretch. Its key lies below that of the view that shows the
 * beginning, so that what puts one out of date puts out of date both.
 */
function restOfAnswer(view: QueryKey, path: string, key: string, from: number) {
  return infiniteQueryOptions({
    queryKey: [...view, "answer", key, from],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ key, offset: String(pageParam) });
      return fetchView<AnswerTextView>(`${path}?${search}`, signal);
    },
    initialPageParam: from,
    getNextPageParam: (page) => page.nextOffset,
  });
}

export type RestOfAnswerQuery = ReturnType<typeof restOfAnswer>;

/** `from`: the first character that is not shown yet. */
export const answerQueries = {
  inEvent: (eventId: string, participantId: string, key: string, from: number) =>
    restOfAnswer(
      eventQueries.person(eventId, participantId).queryKey,
      `/api/events/${encodeURIComponent(eventId)}/applications/${encodeURIComponent(participantId)}/answer`,
      key,
      from,
    ),

  own: (eventId: string, key: string, from: number) =>
    restOfAnswer(
      portalQueries.me(eventId).queryKey,
      `/api/portal/${encodeURIComponent(eventId)}/answer`,
      key,
      from,
    ),
};
