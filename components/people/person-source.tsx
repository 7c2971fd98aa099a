import { fieldWord } from "@/components/people/columns/field-words";
import { ExactTime } from "@/components/time/exact-time";
import { formatInZone } from "@/components/time/format-in-zone";
import { useZone } from "@/components/time/zone-provider";
import { Facts } from "@/components/ui/facts";
import { Fold } from "@/components/ui/fold";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import { confirmingRead, originSentence, wayWord } from "./detail/origin-words";

type Props = { person: ApplicationDetailView };

/** Where the row as a whole came from and how fresh it is, and the ids that Revento's support asks for. */
export function PersonSource({ person }: Props) {
  const { freshness, confirmation, applicationId, userId } = person;
  const { by, lastRead } = confirmation;
  return (
    <Fold title="How Foyer knows">
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
      <Origins person={person} />
    </Fold>
  );
}

/** Where each value comes from and how fresh it is, those of one origin together. */
function Origins({ person: { provenance, confirmation } }: Props) {
  const zone = useZone();
  const groups = new Map<string, string[]>();
  for (const [field, origin] of Object.entries(provenance)) {
    const read = confirmingRead(origin, confirmation);
    const confirmed = read?.at
      ? `, confirmed by ${wayWord(read.kind)}, ${formatInZone(read.at, "moment", zone)}`
      : "";
    const sentence = `${originSentence(origin)}, ${formatInZone(origin.at, "moment", zone)}${confirmed}`;
    groups.set(sentence, [...(groups.get(sentence) ?? []), fieldWord(field)]);
  }
  return (
    <ul aria-label="Origin of each value" className="mt-4 grid gap-2 text-xs">
      {[...groups].map(([sentence, fields]) => (
        <li key={sentence} className="[overflow-wrap:anywhere]">
          {fields.join(", ")}: <span className="text-soft">{sentence}</span>
        </li>
      ))}
    </ul>
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
