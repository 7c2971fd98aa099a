import type { ReactNode } from "react";
import { fieldWord } from "@/components/people/columns/field-words";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import { Origin } from "./origin";

type Props = {
  /** As addresses name it: `status`, `answers.diet` */
  field: string;
  /** Its name, where `field` has only the beginning of it. */
  label?: string | undefined;
  person: ApplicationDetailView;
  /** Glows once when the value has just changed. */
  changed: ReadonlySet<string>;
  /** Set in the size of a text that is read rather than looked up. */
  isReading?: boolean;
  children: ReactNode;
};

/** A field's name and value, and when it changed, if it did. */
export function FieldRow({ field, label, person, changed, isReading = false, children }: Props) {
  const glow = changed.has(field) ? "animate-glow" : "";
  return (
    <div
      data-field={field}
      data-changed={changed.has(field) || undefined}
      className={`relative isolate -mx-2 min-w-0 rounded-md px-2 py-1 ${glow}`}
    >
      <dt className="flex flex-wrap justify-between gap-x-3 text-xs">
        <span className="text-soft [overflow-wrap:anywhere]">{label ?? fieldWord(field)}</span>
        <Origin origin={person.provenance[field]} />
      </dt>
      <dd
        className={`mt-0.5 leading-relaxed [overflow-wrap:anywhere] ${isReading ? "max-w-[65ch] text-base" : "text-sm"}`}
      >
        {children}
      </dd>
    </div>
  );
}
