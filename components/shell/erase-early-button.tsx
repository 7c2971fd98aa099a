"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Eraser, LoaderCircle } from "lucide-react";
import { type FormEvent, useState } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { send } from "@/components/queries/send";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Failure } from "@/components/ui/failure";
import { RetypeField } from "@/components/ui/retype-field";

const WORD = "delete";

/** Has everything of an ended connection deleted now instead of on its day; it asks twice. */
export function EraseEarlyButton({ eventId }: { eventId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        <Eraser aria-hidden="true" size={15} />
        Delete it now
      </Button>
      <EraseEarlyDialog eventId={eventId} open={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

type Props = { eventId: string; open: boolean; onClose: () => void };

function EraseEarlyDialog({ eventId, open, onClose }: Props) {
  const [retyped, setRetyped] = useState("");
  const queries = useQueryClient();
  const erasure = useMutation({
    mutationFn: () =>
      send<null>({ method: "POST", path: `/api/events/${encodeURIComponent(eventId)}/erasure` }),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: eventQueries.overview(eventId).queryKey });
    },
  });
  const isAllowed = retyped.trim().toLowerCase() === WORD && !erasure.isPending;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isAllowed) erasure.mutate();
  }
  function close(): void {
    if (erasure.isPending) return;
    setRetyped("");
    erasure.reset();
    onClose();
  }

  return (
    <AskingDialog open={open} onClose={close} title="Delete everything of this event now?">
      <AlertDialog.Description className="text-sm leading-relaxed">
        This cannot be undone. What Foyer read from Revento goes, and your team’s notes, views and
        seats with it, for everybody. Nothing changes in Revento. Its certificate remains.
      </AlertDialog.Description>
      <form onSubmit={submit} className="grid gap-4">
        <RetypeField word={WORD} value={retyped} onChange={setRetyped} />
        <Failure error={erasure.error} />
        <div className="flex flex-wrap justify-end gap-2">
          <AlertDialog.Close className={buttonLook("plain")}>Cancel</AlertDialog.Close>
          <Button type="submit" look="danger" disabled={!isAllowed} focusableWhenDisabled>
            {erasure.isPending ? (
              <LoaderCircle aria-hidden="true" size={15} className="animate-spin" />
            ) : null}
            Delete everything
          </Button>
        </div>
      </form>
    </AskingDialog>
  );
}
