"use client";

import { CalendarClock } from "lucide-react";
import { ExactTime } from "@/components/time/exact-time";
import { useNow } from "@/components/time/now-provider";
import { NoticeBar, type Tone } from "@/components/ui/notice-bar";
import { countdown } from "./countdown";
import { ReconnectLink } from "./reconnect-link";

const DAY_MS = 86_400_000;

/** Warns of the end of a consent (contract 2.4), the louder the nearer it is. */
export function ConsentNotice({ eventId, endsAt }: { eventId: string; endsAt: string }) {
  const now = useNow();
  const tone = toneAt((Date.parse(endsAt) - now) / DAY_MS);
  if (!tone) return null;
  return (
    <NoticeBar
      tone={tone}
      icon={CalendarClock}
      title={`Foyer's permission for this event ends ${countdown(endsAt, now)}`}
      action={<ReconnectLink eventId={eventId} isUrgent={tone !== "calm"} />}
    >
      Revento gives it for a year at the most, here until <ExactTime at={endsAt} />. Connect again
      to renew it: nothing is interrupted and nothing is lost.
      {tone === "alarm" ? " Otherwise nothing new arrives from then on." : ""}
    </NoticeBar>
  );
}

function toneAt(daysLeft: number): Tone | null {
  if (daysLeft <= 1) return "alarm";
  if (daysLeft <= 7) return "warn";
  return daysLeft <= 30 ? "calm" : null;
}
