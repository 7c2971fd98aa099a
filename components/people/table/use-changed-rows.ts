import { useEffect, useRef, useState } from "react";
import { describeStatus } from "@/components/status/describe-status";
import type { ApplicationView } from "@/lib/participants/participant-view";
import type { SteadyRows } from "./use-steady-rows";

const GLOW_MS = 1_800;

/** Rows that were there before and are now different. Rows that are merely new to the page are not. */
export function changedRows(
  before: ReadonlyMap<string, string>,
  rows: readonly ApplicationView[],
): ApplicationView[] {
  return rows.filter(({ participantId, writtenAt }) => {
    const known = before.get(participantId);
    return known !== undefined && known !== writtenAt;
  });
}

/** What a screen reader is told of them; `words`: why some of them are leaving. */
export function newsOf(
  changed: readonly ApplicationView[],
  words: (id: string) => string | null = () => null,
): string {
  const [first] = changed;
  if (!first) return "";
  if (changed.length > 1) return `${changed.length} rows have changed`;
  const who = first.name || first.email || first.participantId;
  const word = words(first.participantId);
  return `${who}: ${describeStatus(first.status).word}${word ? `. ${word}` : ""}`;
}

/** The rows that have just changed or come in, for as long as they glow, and a sentence about them. */
export function useChangedRows({ rows, arrived, leaving }: SteadyRows) {
  const known = useRef<Map<string, string>>(new Map());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const [news, setNews] = useState("");

  useEffect(() => {
    const came = new Set(arrived);
    const isNew = (id: string) => came.has(id) && !known.current.has(id);
    const newcomers = rows.filter(({ participantId }) => isNew(participantId));
    const found = [...changedRows(known.current, rows), ...newcomers];
    for (const row of rows) known.current.set(row.participantId, row.writtenAt);
    if (found.length === 0) return;
    const ids = found.map((row) => row.participantId);
    setNews(newsOf(found, (id) => leaving.get(id)?.word ?? null));
    setChanged((now) => new Set([...now, ...ids]));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setChanged((now) => new Set([...now].filter((id) => !ids.includes(id))));
    }, GLOW_MS);
    timers.current.add(timer);
  }, [rows, arrived, leaving]);

  useEffect(() => {
    const pending = timers.current;
    return () => {
      for (const timer of pending) clearTimeout(timer);
    };
  }, []);

  return { changed, news };
}
