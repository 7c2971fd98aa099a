"use client";

import { CirclePause, CirclePlay, RefreshCw, Scale, Unplug } from "lucide-react";
import { ActionButton } from "@/components/console/action-button";
import { EraseNowButton } from "@/components/console/erasures/erase-now-button";
import { HoldErasureButton } from "@/components/console/erasures/hold-erasure-button";
import type { ConnectionRowView } from "@/lib/console/connection-list-view";

type Props = { connection: ConnectionRowView };

/** What an operator can do to a connection as it stands. Each asks why. */
export function ConnectionActions({ connection }: Props) {
  const { state, eventId, erasure } = connection;
  const isLive = state === "active" || state === "preparing";
  const canErase = !isLive && state !== "erasing" && erasure?.state !== "running";
  return (
    <section aria-label="What can be done" className="flex flex-wrap gap-2">
      {isLive ? <LiveActions connection={connection} /> : null}
      {canErase && erasure ? (
        <HoldErasureButton eventId={eventId} plannedAt={erasure.plannedAt} dueAt={erasure.dueAt} />
      ) : null}
      {canErase ? <EraseNowButton eventId={eventId} /> : null}
      {isLive || canErase ? null : (
        <p role="status" className="text-soft text-sm">
          Everything of the event is being erased. Nothing else can be done to it.
        </p>
      )}
    </section>
  );
}

function LiveActions({ connection }: Props) {
  const path = `/connections/${encodeURIComponent(connection.eventId)}`;
  const name = connection.title ?? connection.eventId;
  return (
    <>
      <ActionButton
        word="Reconcile"
        icon={Scale}
        title={`Reconcile ${name}?`}
        path={`${path}/reconcile`}
        verb="Reconcile"
      >
        <p>
          Reads everything from Revento once more, within the budget of its token, and corrects what
          differs here. What is shown stays usable meanwhile.
        </p>
      </ActionButton>
      <ActionButton
        word="Full read"
        icon={RefreshCw}
        title={`Read ${name} anew?`}
        path={`${path}/resync`}
        verb="Read anew"
      >
        <p>
          Begins a full read from the first page, in place of a read that is under way. Nothing is
          deleted before it is replaced.
        </p>
      </ActionButton>
      <PauseOrResume connection={connection} path={path} name={name} />
      <ActionButton
        word="End"
        icon={Unplug}
        look="danger"
        title={`End the connection of ${name}?`}
        path={`${path}/end`}
        verb="End the connection"
        isDangerous
      >
        <p>
          At once: its tokens are destroyed, running reads stop, its participants are signed out,
          and the organizer's open pages say so. An erasure of everything is planned; the organizer
          can connect again until then. Revento is not told: the integration stays installed there.
        </p>
      </ActionButton>
    </>
  );
}

function PauseOrResume({ connection, path, name }: Props & { path: string; name: string }) {
  if (connection.pausedAt) {
    return (
      <ActionButton
        word="Resume"
        icon={CirclePlay}
        title={`Resume ${name}?`}
        path={`${path}/resume`}
        verb="Resume"
      >
        <p>Reads go on, and the deliveries that waited are applied in their order.</p>
      </ActionButton>
    );
  }
  return (
    <ActionButton
      word="Pause"
      icon={CirclePause}
      title={`Pause ${name}?`}
      path={`${path}/pause`}
      verb="Pause"
    >
      <p>
        No call is made and no read runs until somebody resumes it. Deliveries are kept and wait,
        but for the end of the connection and participants' own revocations. The organizer sees that
        it is paused.
      </p>
    </ActionButton>
  );
}
