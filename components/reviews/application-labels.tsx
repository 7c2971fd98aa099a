"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Tag } from "lucide-react";
import { useCallback, useRef, useState } from "react";
import { LabelChip } from "@/components/labels/label-chip";
import { eventQueries } from "@/components/queries/event-queries";
import { send } from "@/components/queries/send";
import { useMay } from "@/components/queries/use-may";
import { AnchoredPopup } from "@/components/ui/anchored-popup";
import { Failure } from "@/components/ui/failure";
import { useShortcut } from "@/components/ui/use-shortcut";
import type { LabelsView } from "@/lib/reviews/label-view";
import { LabelChoices } from "./label-choices";
import { NewLabelForm } from "./new-label-form";

type Props = { eventId: string; participantId: string; labelIds: readonly string[] };

/** The team's labels on an application, and a way to change them; nothing for whoever does not review. */
export function ApplicationLabels(props: Props) {
  const mayRead = useMay(props.eventId, "reviews.read");
  return mayRead ? <Labels {...props} /> : null;
}

function Labels({ eventId, participantId, labelIds }: Props) {
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const { data } = useQuery(eventQueries.labels(eventId));
  const known = data?.labels ?? [];
  const { chosen, put, error } = useLabelling({ eventId, participantId, labelIds });
  useShortcut("l", () => setOpen(true));
  return (
    <div className="flex max-w-full flex-wrap items-center gap-1.5">
      {known
        .filter(({ id }) => chosen.includes(id))
        .map((label) => (
          <LabelChip key={label.id} label={label} />
        ))}
      <button
        ref={anchor}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-keyshortcuts="L"
        title="Labels (L)"
        onClick={() => setOpen(!isOpen)}
        className="inline-flex min-h-7 items-center gap-1.5 rounded-full px-2 text-soft text-xs hover:bg-sunken hover:text-ink pointer-coarse:min-h-11"
      >
        <Tag aria-hidden="true" size={13} />
        {chosen.length === 0 ? "Add a label" : "Labels"}
      </button>
      <AnchoredPopup
        open={isOpen}
        onClose={() => setOpen(false)}
        anchor={useCallback(() => anchor.current, [])}
        title="Labels"
        className="w-72"
      >
        <div data-own-keys="" className="grid gap-3">
          <LabelChoices labels={known} chosen={chosen} onChange={put} />
          <Failure error={error} />
          <div className="border-line border-t pt-3">
            <NewLabelForm
              eventId={eventId}
              word="Make and put on"
              onMade={(label) => put([...chosen, label.id])}
            />
          </div>
        </div>
      </AnchoredPopup>
    </div>
  );
}

/** What was chosen shows at once; where that fails it is as it was. */
function useLabelling({ eventId, participantId, labelIds }: Props) {
  const client = useQueryClient();
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const path = `/api/events/${encodeURIComponent(eventId)}/applications/${encodeURIComponent(participantId)}/labels`;
  const { mutate, error } = useMutation({
    scope: { id: path },
    mutationFn: (ids: readonly string[]) =>
      send<LabelsView>({ method: "PUT", path, body: { labelIds: ids } }),
    onSettled: async (_, __, sent) => {
      await client.invalidateQueries(eventQueries.person(eventId, participantId));
      setWanted((now) => (now === sent ? null : now));
    },
  });
  return {
    chosen: wanted ?? labelIds,
    error,
    put: (ids: readonly string[]) => {
      setWanted(ids);
      mutate(ids);
    },
  };
}
