import { ExactTime } from "@/components/time/exact-time";
import { TimeAgo } from "@/components/time/time-ago";
import { Facts } from "@/components/ui/facts";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";

const SOURCES: Record<string, string> = {
  sync: "the first full read",
  webhook: "a message from Revento",
  reconcile: "the daily full read",
  portal: "Revento, when they opened the portal",
};

/** Where this came from and how fresh it is, and the ids that Revento's support asks for. */
export function PersonSource({ person }: { person: ApplicationDetailView }) {
  const { freshness } = person;
  return (
    <section aria-label="Source" className="rounded-lg bg-canvas p-4">
      <h3 className="mb-3 font-medium text-sm">How Foyer knows</h3>
      <Facts
        facts={[
          ["Told by", SOURCES[freshness.source] ?? freshness.source],
          ["As of", <ExactTime key="at" at={freshness.at} />],
          ["Last seen there", <TimeAgo key="confirmed" at={freshness.confirmedAt} />],
          ["Role", person.role],
          ["Participant", <Id key="participant" id={person.participantId} />],
          [
            "Application",
            person.applicationId ? <Id key="application" id={person.applicationId} /> : null,
          ],
        ]}
      />
      <p className="mt-4 text-soft text-xs leading-relaxed">
        Decisions are made in Revento and appear here by themselves.
      </p>
    </section>
  );
}

function Id({ id }: { id: string }) {
  return <span className="font-mono text-xs">{id}</span>;
}
