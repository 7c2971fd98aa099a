"use client";

import { useQuery } from "@tanstack/react-query";
import { Eraser } from "lucide-react";
import { useState } from "react";
import { ReasonDialog } from "@/components/console/reason-dialog";
import { consoleQueries } from "@/components/queries/console-queries";
import { send } from "@/components/queries/send";
import { Button } from "@/components/ui/button";
import { ErasurePreview } from "./erasure-preview";

/** Erases everything of an ended connection at once, after showing exactly what. */
export function EraseNowButton({ eventId }: { eventId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        <Eraser aria-hidden="true" size={15} />
        Erase now
      </Button>
      <EraseDialog eventId={eventId} open={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

type Props = { eventId: string; open: boolean; onClose: () => void };

function EraseDialog({ eventId, open, onClose }: Props) {
  const { data } = useQuery({ ...consoleQueries.erasurePreview(eventId), enabled: open });
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title="Erase everything of this event now?"
      verb="Erase now"
      isDangerous
      isReady={data !== undefined}
      typed={eventId}
      run={(reason) =>
        send({
          method: "POST",
          path: `/api/admin/connections/${encodeURIComponent(eventId)}/erase`,
          body: { reason },
        })
      }
    >
      <p>
        This cannot be undone. Everything that Foyer holds of the event goes: what was read from
        Revento, and the team's own notes, seats and sign-ins. Its pages close, and a signed
        certificate without personal data remains.
      </p>
      <ErasurePreview eventId={eventId} />
    </ReasonDialog>
  );
}
