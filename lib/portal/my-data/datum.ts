import type { MyDatumView } from "@/lib/portal/my-data-view";

/** Whose data is read, in which event: their id at Revento, and their own rows in the mirror. */
export type Person = { eventId: string; userId: string; participantIds: string[] };

/** One thing Foyer holds, JSON-safe: moments become ISO 8601 in UTC. */
export function datum(
  field: string,
  value: unknown,
  source: string,
  since: Date | null,
): MyDatumView {
  const shown = value instanceof Date ? value.toISOString() : value;
  return { field, value: shown ?? null, source, since: since?.toISOString() ?? null };
}

/** Only what there is: of an empty column Foyer holds nothing. */
export function held(data: MyDatumView[]): MyDatumView[] {
  return data.filter(({ value }) => value !== null);
}
