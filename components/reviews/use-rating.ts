import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { send } from "@/components/queries/send";
import type { RatingsView } from "@/lib/reviews/rating-view";

/** What somebody gives, as a whole: it takes the place of what they gave before. */
export type Given = { scores: Record<string, number>; abstain: boolean; comment: string };

const NOTHING: Given = { scores: {}, abstain: false, comment: "" };

/**
 * One's own rating, and a way to give it. What was given last shows at once; it is sent in the order of giving, and is
 * as it was before where that fails.
 */
export function useRating(eventId: string, participantId: string, view: RatingsView | undefined) {
  const client = useQueryClient();
  const { queryKey } = eventQueries.ratings(eventId, participantId);
  const [draft, setDraft] = useState<Given | null>(null);
  const path = `/api/events/${encodeURIComponent(eventId)}/applications/${encodeURIComponent(participantId)}/rating`;
  const { mutate, error } = useMutation({
    scope: { id: path },
    mutationFn: (body: Given) => send<RatingsView>({ method: "PUT", path, body }),
    onSuccess: async (answer, sent) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, answer);
      setDraft((now) => (now === sent ? null : now));
    },
    onError: () => setDraft(null),
  });
  const own = view?.own;
  const kept: Given = own
    ? { scores: own.scores, abstain: own.isAbstained, comment: own.comment }
    : NOTHING;
  const given = draft ?? kept;
  return {
    given,
    error,
    give: (change: Partial<Given>) => {
      const next = { ...given, ...change };
      setDraft(next);
      mutate(next);
    },
  };
}

export type OwnRating = ReturnType<typeof useRating>;
