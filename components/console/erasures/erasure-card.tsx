"use client";

import { useState } from "react";
import { EventLink } from "@/components/console/event-link";
import { InDays } from "@/components/console/in-days";
import { RowCounts } from "@/components/console/row-counts";
import { WordBadge } from "@/components/console/word-badge";
import { causeWords } from "@/components/console/words/state-words";
import { ExactTime } from "@/components/time/exact-time";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import type { ErasureView } from "@/lib/erasures/erasure-view";
import { EraseNowButton } from "./erase-now-button";
import { ErasureBar } from "./erasure-bar";
import { ErasurePreview } from "./erasure-preview";
import { BEGUN_BY, erasureLook, RULES, SCOPES } from "./erasure-words";
import { HoldErasureButton } from "./hold-erasure-button";

type Props = {
  erasure: ErasureView;
  /** On the event's own page its name needs no repeating, and its actions stand elsewhere. */
  isOfPage?: boolean;
};

/** One erasure: what of, why, by when; how far it is, or what remains of it. */
export function ErasureCard({ erasure, isOfPage = false }: Props) {
  const { eventId, state, rule, cause, scope, counts } = erasure;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-3 p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          {isOfPage ? (
            <p className="font-medium text-sm">{SCOPES[scope]}</p>
          ) : (
            <EventLink eventId={eventId} />
          )}
          <p className="text-soft text-xs">
            {isOfPage ? "" : `${SCOPES[scope]}. `}
            {causeWords(cause)}; {RULES[rule]}.
          </p>
        </div>
        <WordBadge look={erasureLook(erasure)} />
      </div>
      {state === "open" || state === "running" ? <ErasureBar erasure={erasure} /> : null}
      {state === "running" ? (
        <p role="status" className="text-sm">
          {total.toLocaleString("en-GB")} rows deleted so far.
        </p>
      ) : null}
      <When erasure={erasure} />
      {state === "completed" || state === "running" ? <Deleted erasure={erasure} /> : null}
      <Buttons erasure={erasure} isOfPage={isOfPage} />
    </article>
  );
}

function When({ erasure }: { erasure: ErasureView }) {
  const { state, plannedAt, heldUntil, dueAt, finishedAt, begunBy } = erasure;
  if (finishedAt) {
    return (
      <p className="text-soft text-sm">
        {state === "withdrawn" ? "Withdrawn" : "Finished"} <ExactTime at={finishedAt} />
        {(begunBy && BEGUN_BY[begunBy]) ?? ""}.
      </p>
    );
  }
  if (state === "withdrawn") return null;
  return (
    <p className="text-sm">
      {state === "open" ? (
        <>
          {heldUntil ? "Held; begins" : "Planned"} <InDays at={plannedAt} /> (
          <ExactTime at={plannedAt} />
          );{" "}
        </>
      ) : null}
      deadline <InDays at={dueAt} /> (<ExactTime at={dueAt} />
      ).
    </p>
  );
}

function Deleted({ erasure: { counts } }: { erasure: ErasureView }) {
  return (
    <details className="text-sm">
      <summary className="w-fit min-h-6 text-soft underline underline-offset-4">
        What was deleted
      </summary>
      <div className="pt-2">
        <RowCounts counts={counts} />
      </div>
    </details>
  );
}

function Buttons({ erasure, isOfPage }: { erasure: ErasureView; isOfPage: boolean }) {
  const [isShown, setShown] = useState(false);
  const { id, eventId, state, scope, plannedAt, dueAt, hasCertificate } = erasure;
  const canErase = state === "open" && scope === "all" && !isOfPage;
  if (!canErase && !hasCertificate) return null;
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {hasCertificate ? (
          <a href={`/certificates/${id}`} className={buttonLook("plain")}>
            Certificate
          </a>
        ) : null}
        {canErase ? (
          <>
            <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
              {isShown ? "Hide the preview" : "Preview"}
            </Button>
            <HoldErasureButton eventId={eventId} plannedAt={plannedAt} dueAt={dueAt} />
            <EraseNowButton eventId={eventId} />
          </>
        ) : null}
      </div>
      {isShown ? <ErasurePreview eventId={eventId} /> : null}
    </>
  );
}
