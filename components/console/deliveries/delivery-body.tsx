"use client";

import { useQueryClient } from "@tanstack/react-query";
import { EyeOff, Hammer } from "lucide-react";
import { useEffect } from "react";
import { ActionButton } from "@/components/console/action-button";
import { Panel, PanelNote } from "@/components/console/panel";
import { consoleQueries } from "@/components/queries/console-queries";
import { useSeconds } from "@/components/time/use-seconds";
import { CopyButton } from "@/components/ui/copy-button";
import type { DeliveryDetailView } from "@/lib/console/delivery-list-view";

/** What a delivery says: masked, unless this operator has broken the glass of its event. */
export function DeliveryBody({ detail }: { detail: DeliveryDetailView }) {
  const { body, isMasked, glass, delivery } = detail;
  return (
    <Panel title="Body" aside={isMasked ? "personal data is masked" : null}>
      {glass ? <Glass glass={glass} /> : null}
      {body === null ? (
        <PanelNote>It is no longer kept.</PanelNote>
      ) : (
        <section
          aria-label="Body as JSON"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
          tabIndex={0}
          className="-outline-offset-2 max-h-[32rem] overflow-y-auto bg-sunken"
        >
          <pre className="whitespace-pre-wrap p-4 font-mono text-xs leading-relaxed [overflow-wrap:anywhere]">
            {body}
          </pre>
        </section>
      )}
      <div className="flex flex-wrap gap-2 border-line border-t p-3">
        {body === null ? null : <CopyButton text={body} word="Copy the body" />}
        {isMasked && body !== null && delivery.eventId !== null ? (
          <BreakGlass eventId={delivery.eventId} />
        ) : null}
      </div>
    </Panel>
  );
}

function BreakGlass({ eventId }: { eventId: string }) {
  return (
    <ActionButton
      word="Break the glass"
      icon={Hammer}
      title="Break the glass?"
      path={`/connections/${encodeURIComponent(eventId)}/glass`}
      verb="Break the glass"
      isDangerous
      readers="Kept with your name in the trail. The organizer sees in their settings that Foyer's staff looked, and reads this reason."
    >
      <p>
        For 15 minutes you, and nobody else, can read the bodies of all deliveries of{" "}
        <code className="[overflow-wrap:anywhere]">{eventId}</code> with the personal data in them.
      </p>
    </ActionButton>
  );
}

type GlassProps = { glass: NonNullable<DeliveryDetailView["glass"]> };

function Glass({ glass: { reason, expiresAt } }: GlassProps) {
  const now = useSeconds();
  const queries = useQueryClient();
  const left = now === null ? null : Math.max(0, Date.parse(expiresAt) - now);
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) void queries.invalidateQueries({ queryKey: consoleQueries.all });
  }, [isOver, queries]);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b bg-pending-tint px-4 py-3 text-pending text-sm">
      <EyeOff aria-hidden="true" size={17} className="shrink-0" />
      <p className="min-w-48 flex-1 [overflow-wrap:anywhere]">
        <strong className="font-semibold">You have broken the glass.</strong> “{reason}”
      </p>
      <p role="timer" className="tabular-nums">
        Masked again in {left === null ? "15:00" : clock(left)}
      </p>
    </div>
  );
}

/** "14:09". */
function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
