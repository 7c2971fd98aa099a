import type { ReactNode } from "react";
import { describeStatus } from "@/components/status/describe-status";
import { ExactTime } from "@/components/time/exact-time";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import { FieldRow } from "./field-row";
import { ReviewerField } from "./reviewer-field";

type Props = { eventId: string; person: ApplicationDetailView; changed: ReadonlySet<string> };

/** What is known beside the head and the answers. What Revento does not say, or the head does, is left out. */
export function PersonFacts({ eventId, person, changed }: Props) {
  const { status, role, registeredAt, lastReviewAction, lastReviewedAt, lastReviewerId } = person;
  // The name is the title; a decision that is the status has been said.
  const decision = lastReviewAction !== status && lastReviewAction;
  const rows = (
    [
      ["decision", decision ? describeStatus(decision).word : null],
      ["reviewed", lastReviewedAt ? <ExactTime key="reviewed" at={lastReviewedAt} /> : null],
      [
        "reviewer",
        lastReviewerId ? (
          <ReviewerField key="reviewer" eventId={eventId} id={lastReviewerId} />
        ) : null,
      ],
      ["role", role ? capitalize(role) : null],
      ["registered", registeredAt ? <ExactTime key="registered" at={registeredAt} /> : null],
    ] satisfies [string, ReactNode][]
  ).filter(([, value]) => value !== null);
  if (rows.length === 0) return null;
  return (
    <section aria-label="Facts" className="border-line border-t py-3">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-1.5">
        {rows.map(([field, value]) => (
          <FieldRow key={field} field={field} person={person} changed={changed}>
            {value}
          </FieldRow>
        ))}
      </dl>
    </section>
  );
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
