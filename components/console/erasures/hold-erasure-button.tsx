"use client";

import { Hourglass } from "lucide-react";
import { useState } from "react";
import { ReasonDialog } from "@/components/console/reason-dialog";
import { send } from "@/components/queries/send";
import { ExactTime } from "@/components/time/exact-time";
import { useNow } from "@/components/time/now-provider";
import { Button } from "@/components/ui/button";
import { FIELD_LOOK } from "@/components/ui/retype-field";

const DAY_MS = 86_400_000;

type Props = { eventId: string; plannedAt: string; dueAt: string };

/** Puts the erasure of an ended connection off to a day, three days before its deadline at the latest. */
export function HoldErasureButton({ eventId, plannedAt, dueAt }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [day, setDay] = useState("");
  const now = useNow();
  const first = dayOf(Math.max(Date.parse(plannedAt), now) + DAY_MS);
  const last = dayOf(Date.parse(dueAt) - 3 * DAY_MS);
  if (first > last) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Hourglass aria-hidden="true" size={15} />
        Hold
      </Button>
      <ReasonDialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title="Hold the erasure of this event?"
        verb="Hold"
        isReady={day >= first && day <= last}
        run={(reason) =>
          send<unknown>({
            method: "POST",
            path: `/api/admin/connections/${encodeURIComponent(eventId)}/hold`,
            body: { reason, until: `${day}T00:00:00Z` },
          })
        }
      >
        <p>
          It begins by itself on the day that you choose instead of <ExactTime at={plannedAt} />.
          Three days before the deadline (<ExactTime at={dueAt} />) it begins in any case. The
          organizer sees the new day, and can connect again until then.
        </p>
        <label className="grid gap-1 font-medium text-sm">
          Until (UTC)
          <input
            type="date"
            required
            min={first}
            max={last}
            value={day}
            onChange={(event) => setDay(event.target.value)}
            className={`${FIELD_LOOK} min-h-9 font-normal`}
          />
        </label>
      </ReasonDialog>
    </>
  );
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
