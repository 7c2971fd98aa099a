import { ClockTime } from "@/components/time/clock-time";
import { FreshTime } from "@/components/time/fresh-time";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import { wayWord } from "./origin-words";

const SAME_MS = 5_000;

type Props = { person: ApplicationDetailView };

/**
 * What changed the person last, and how Foyer knows that it still holds. A full read before that change
 * is named as the last one, not as confirming what came after it.
 */
export function RowFreshness({ person }: Props) {
  const { freshness, writtenAt, confirmation } = person;
  const { lastRead } = confirmation;
  const isConfirmed = Date.parse(confirmation.at) - Date.parse(writtenAt) > SAME_MS;
  const isReadBefore = !isConfirmed && lastRead?.at && lastRead.kind !== freshness.source;
  return (
    <p className="text-soft text-xs">
      <span className="inline-block first-letter:uppercase">{wayWord(freshness.source)}</span>{" "}
      <FreshTime at={writtenAt} />
      {isConfirmed ? (
        <>
          , {confirmation.by ? `confirmed by ${wayWord(confirmation.by)}` : "seen in Revento"}{" "}
          <ClockTime at={confirmation.at} />
        </>
      ) : null}
      {isReadBefore && lastRead?.at ? (
        <>
          ; last full read: {wayWord(lastRead.kind)} <ClockTime at={lastRead.at} />
        </>
      ) : null}
    </p>
  );
}
