import type { ReactNode } from "react";
import { mailto } from "@/components/answers/link-parts";
import { StatusBadge } from "@/components/status/status-badge";
import { ExactTime } from "@/components/time/exact-time";
import { CopyButton } from "@/components/ui/copy-button";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import { DecideInRevento } from "./decide-in-revento";
import { Origin } from "./origin";
import { OtherApplications } from "./other-applications";
import { RowFreshness } from "./row-freshness";

type Props = {
  eventId: string;
  person: ApplicationDetailView;
  changed: ReadonlySet<string>;
  onSelect?: ((participantId: string) => void) | undefined;
};

/** Who it is, how they stand, how fresh that is, and the way to decide. */
export function PersonHead({ eventId, person, changed, onSelect }: Props) {
  const { name, email, submittedAt } = person;
  return (
    <header className="grid grid-cols-[minmax(0,1fr)] justify-items-start gap-2.5">
      <h2
        className="text-left font-display text-2xl text-balance [overflow-wrap:anywhere]"
        dir="auto"
      >
        {name || email || person.participantId}
      </h2>
      <div className="flex max-w-full flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Part field="status" person={person} changed={changed}>
          <StatusBadge status={person.status} saysWhetherNew />
        </Part>
        {submittedAt ? (
          <Part field="submitted" person={person} changed={changed}>
            <span className="text-soft">
              Submitted <ExactTime at={submittedAt} />
            </span>
          </Part>
        ) : null}
      </div>
      {email ? (
        <Part field="email" person={person} changed={changed}>
          <span className="-my-1 flex max-w-full items-center gap-1">
            <a
              href={mailto(email)}
              className="text-accent text-sm underline underline-offset-4 [overflow-wrap:anywhere]"
            >
              {email}
            </a>
            <CopyButton text={email} word="Copy e-mail" isIcon />
          </span>
        </Part>
      ) : null}
      <RowFreshness person={person} />
      {person.missingSince ? (
        <p className="rounded-md bg-pending-tint p-3 text-pending text-sm">
          Not in Revento&apos;s last list, read <ExactTime at={person.missingSince} />. Foyer keeps
          this person until a second list lacks them, too.
        </p>
      ) : null}
      {person.removedAt ? (
        <p className="rounded-md bg-rejected-tint px-3 py-2 text-rejected text-sm">
          Revento no longer lists this person. Foyer noticed <ExactTime at={person.removedAt} />.
          What follows is what was last known.
        </p>
      ) : null}
      <DecideInRevento eventId={eventId} person={person} />
      <OtherApplications eventId={eventId} others={person.otherApplications} onSelect={onSelect} />
    </header>
  );
}

type PartProps = {
  field: string;
  person: ApplicationDetailView;
  changed: ReadonlySet<string>;
  children: ReactNode;
};

/** One fact of the head, which glows when it has just changed. */
function Part({ field, person, changed, children }: PartProps) {
  const glow = changed.has(field) ? "animate-glow" : "";
  return (
    <div
      data-field={field}
      data-changed={changed.has(field) || undefined}
      className={`relative isolate flex max-w-full flex-wrap items-center gap-x-2 rounded-md ${glow}`}
    >
      {children}
      <Origin origin={person.provenance[field]} />
    </div>
  );
}
