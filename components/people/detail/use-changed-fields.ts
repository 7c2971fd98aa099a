import { useEffect, useRef, useState } from "react";
import { fieldWord } from "@/components/people/columns/field-words";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import { changedFields } from "./changed-fields";

const GLOW_MS = 1_800;
const NOTHING: ReadonlySet<string> = new Set();

/** The fields of the opened person that have just changed, for as long as they glow, and a word about them. */
export function useChangedFields(person: ApplicationDetailView) {
  const known = useRef(person);
  const [changed, setChanged] = useState(NOTHING);
  const [news, setNews] = useState("");

  useEffect(() => {
    const fields = changedFields(known.current, person);
    if (known.current.participantId !== person.participantId) setNews("");
    known.current = person;
    if (fields.length === 0) return;
    setChanged(new Set(fields));
    setNews(`Changed: ${fields.map(fieldWord).join(", ")}`);
  }, [person]);

  useEffect(() => {
    if (changed.size === 0) return;
    const timer = setTimeout(() => setChanged(NOTHING), GLOW_MS);
    return () => clearTimeout(timer);
  }, [changed]);

  return { changed, news };
}
