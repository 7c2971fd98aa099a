import type { ReactNode } from "react";
import { mailto } from "@/components/answers/link-parts";
import { describeStatus } from "@/components/status/describe-status";
import { StatusBadge } from "@/components/status/status-badge";
import { ExactTime } from "@/components/time/exact-time";
import { CopyButton } from "@/components/ui/copy-button";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import { FieldRow } from "./field-row";

type Props = { person: ApplicationDetailView; changed: ReadonlySet<string> };

/** What every application has beside its answers. What Revento does not say is left out. */
export function PersonFacts({ person, changed }: Props) {
  const { email, role, submittedAt, registeredAt, lastReviewedAt, lastReviewerId } = person;
  const rows: [string, ReactNode][] = [
    ["status", <StatusBadge key="status" status={person.status} saysWhetherNew />],
    ["email", email ? <Email key="email" email={email} /> : null],
    ["name", person.name],
    ["role", role],
    ["submitted", submittedAt ? <ExactTime key="submitted" at={submittedAt} /> : null],
    ["decision", person.lastReviewAction ? describeStatus(person.lastReviewAction).word : null],
    ["reviewed", lastReviewedAt ? <ExactTime key="reviewed" at={lastReviewedAt} /> : null],
    ["reviewer", lastReviewerId ? <Id key="reviewer" id={lastReviewerId} /> : null],
    ["registered", registeredAt ? <ExactTime key="registered" at={registeredAt} /> : null],
  ];
  return (
    <section aria-label="Application">
      <h3 className="mb-2 font-medium text-sm">
        {person.status === null ? "Participant" : "Application"}
      </h3>
      <dl className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        {rows
          .filter(([, value]) => value !== null && value !== "")
          .map(([field, value]) => (
            <FieldRow key={field} field={field} person={person} changed={changed}>
              {value}
            </FieldRow>
          ))}
      </dl>
    </section>
  );
}

function Email({ email }: { email: string }) {
  return (
    <span className="flex flex-wrap items-center justify-between gap-2">
      <a href={mailto(email)} className="text-accent underline underline-offset-4">
        {email}
      </a>
      <CopyButton text={email} word="Copy e-mail" />
    </span>
  );
}

function Id({ id }: { id: string }) {
  return <span className="font-mono text-xs">{id}</span>;
}
