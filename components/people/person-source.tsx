import { ExactTime } from "@/components/time/exact-time";
import { Facts } from "@/components/ui/facts";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import { wayWord } from "./detail/origin-words";

/** Where the row as a whole came from and how fresh it is, and the ids that Revento's support asks for. */
export function PersonSource({ person }: { person: ApplicationDetailView }) {
  const { freshness, confirmation, applicationId, userId } = person;
  const { by, lastRead } = confirmation;
  return (
    <section aria-label="Source" className="rounded-lg bg-canvas p-4">
      <h3 className="mb-3 font-medium text-sm">How Foyer knows</h3>
      <Facts
        facts={[
          [
            "Changed last",
            <span key="changed">
              <ExactTime at={person.writtenAt} />, {wayWord(freshness.source)}
            </span>,
          ],
          ["Brought by", <BroughtBy key="brought" freshness={freshness} />],
          [
            "State",
            freshness.state === "fresh" ? "Fresh" : "Perhaps out of date: the next read decides",
          ],
          ["As Revento had it", <ExactTime key="at" at={freshness.at} />],
          [
            "Seen there",
            <span key="seen">
              <ExactTime at={confirmation.at} />
              {by ? `, ${wayWord(by)}` : null}
            </span>,
          ],
          [
            "Last full read",
            lastRead?.at ? (
              <span key="read">
                <ExactTime at={lastRead.at} />, {wayWord(lastRead.kind)}
              </span>
            ) : null,
          ],
          ["Participant", <Id key="participant" id={person.participantId} />],
          ["Application", applicationId ? <Id key="application" id={applicationId} /> : null],
          ["Account", userId ? <Id key="user" id={userId} /> : null],
        ]}
      />
      <p className="mt-4 text-soft text-xs leading-relaxed">
        Beside each value stands what changed it last, or since when Foyer has it unchanged.
        Decisions are made in Revento and appear here by themselves.
      </p>
    </section>
  );
}

function BroughtBy({ freshness }: Pick<ApplicationDetailView, "freshness">) {
  if (freshness.deliveryId) {
    return (
      <>
        Delivery <Id id={freshness.deliveryId} />
      </>
    );
  }
  if (freshness.runId) {
    return (
      <>
        Page {freshness.page} of the read <Id id={freshness.runId} />
      </>
    );
  }
  return <span className="text-soft">not kept</span>;
}

function Id({ id }: { id: string }) {
  return <span className="font-mono text-xs">{id}</span>;
}
