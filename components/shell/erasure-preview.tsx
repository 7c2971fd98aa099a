"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { eventQueries } from "@/components/queries/event-queries";
import { CountList } from "@/components/ui/count-list";
import type { ErasurePreviewView } from "@/lib/erasures/erasure-view";
import { EraseEarlyButton } from "./erase-early-button";

type Props = { eventId: string; erasureId: string; canErase: boolean };

/** Exactly what an erasure would delete, for whoever asks; and where its certificate will be. */
export function ErasurePreview({ eventId, erasureId, canErase }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const { data, isError } = useQuery({ ...eventQueries.erasure(eventId), enabled: isOpen });
  return (
    <details className="group" onToggle={(toggled) => setIsOpen(toggled.currentTarget.open)}>
      <summary className="inline-flex min-h-7 cursor-pointer list-none items-center gap-1 rounded-sm underline underline-offset-4 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          size={15}
          className="transition-transform group-open:rotate-90"
        />
        What exactly will be deleted
      </summary>
      <div className="mt-2 max-h-[45dvh] overflow-y-auto rounded-md border border-line bg-surface p-3 text-ink">
        {data ? (
          <Counts preview={data}>{canErase ? <EraseEarlyButton eventId={eventId} /> : null}</Counts>
        ) : (
          <p>{isError ? "This did not load." : "Counting…"}</p>
        )}
        <p className="mt-3 text-soft text-xs leading-relaxed">
          Afterwards a signed certificate without anybody's data says what was deleted, at{" "}
          <a
            href={`/certificates/${erasureId}`}
            className="underline underline-offset-2 [overflow-wrap:anywhere]"
          >
            /certificates/{erasureId}
          </a>
          .
        </p>
      </div>
    </details>
  );
}

type CountsProps = { preview: ErasurePreviewView; children: ReactNode };

function Counts({ preview: { counts, known, total }, children }: CountsProps) {
  const entries = Object.entries(counts);
  const technical = entries.filter(([noun]) => !known.includes(noun));
  const records = technical.reduce((sum, [, count]) => sum + count, 0);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-medium">
          {total.toLocaleString("en-GB")} {total === 1 ? "row" : "rows"}
        </p>
        {children}
      </div>
      <div className="mt-2">
        <CountList entries={entries.filter(([noun]) => known.includes(noun))} columns={3} />
      </div>
      {technical.length > 0 ? (
        <details className="mt-2">
          <summary className="min-h-7 w-fit rounded-sm text-soft underline underline-offset-4">
            and {records.toLocaleString("en-GB")} technical {records === 1 ? "record" : "records"}
          </summary>
          <div className="mt-2">
            <CountList entries={technical} columns={3} />
          </div>
        </details>
      ) : null}
    </>
  );
}
