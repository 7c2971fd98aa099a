import { useQuery } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import type { ProgramView } from "@/lib/program/program-view";

const titles = ({ waves }: ProgramView): ReadonlyMap<string, string> =>
  new Map(waves.map(({ waveId, title }) => [waveId, title || waveId]));

/** The titles of the waves of registration, asked for only where somebody needs them; null until then. */
export function useWaves(eventId: string, isNeeded: boolean): ReadonlyMap<string, string> | null {
  const { data } = useQuery({
    ...eventQueries.program(eventId),
    select: titles,
    enabled: isNeeded,
  });
  return data ?? null;
}
