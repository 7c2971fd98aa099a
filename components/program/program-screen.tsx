"use client";

import { useQuery } from "@tanstack/react-query";
import { CloudOff } from "lucide-react";
import { eventQueries } from "@/components/queries/event-queries";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { NoProgram, OutdatedProgram } from "./no-program";
import { ProgramBody } from "./program-body";

/** The program as Revento has it, as it goes on. */
export function ProgramScreen({ eventId }: { eventId: string }) {
  const { data, isError, error, refetch } = useQuery(eventQueries.program(eventId));
  return (
    <div className="mx-auto max-w-6xl p-4 sm:p-6 lg:p-8">
      <h1 className="font-display text-2xl">Program</h1>
      {data && data.activities.length > 0 ? (
        <>
          <OutdatedProgram eventId={eventId} />
          <ProgramBody eventId={eventId} program={data} />
        </>
      ) : null}
      {data && data.activities.length === 0 ? <NoProgram eventId={eventId} /> : null}
      {!data && isError ? (
        <Notice icon={CloudOff} role="alert" title="This did not load" text={error.message}>
          <Button look="primary" onClick={() => void refetch()}>
            Try again
          </Button>
        </Notice>
      ) : null}
      {!data && !isError ? <Waiting /> : null}
    </div>
  );
}

function Waiting() {
  return (
    <div role="status" aria-label="Loading" className="mt-6 grid animate-breathe gap-4">
      <span className="h-9 max-w-md rounded-md bg-sunken" />
      <span className="h-28 rounded-lg bg-sunken" />
      <span className="h-96 rounded-lg bg-sunken" />
    </div>
  );
}
