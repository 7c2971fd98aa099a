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
    <p className="text-soft text-xs" title={wayWord(freshness.source)}>
      {wayWord(freshness.source) === "webhook" ? "Changed in Revento" : "Read from Revento"}{" "}
      <FreshTime at={writtenAt} />
      {isConfirmed ? (
        <>
          {" "}
          · checked <ClockTime at={confirmation.at} />
        </>
      ) : null}
      {isReadBefore && lastRead?.at ? (
        <>
          {" "}
          · last full read <ClockTime at={lastRead.at} />
        </>
      ) : null}
    </p>
  );
}
