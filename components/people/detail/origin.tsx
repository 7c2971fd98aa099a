import { ClockTime } from "@/components/time/clock-time";
import { formatInZone } from "@/components/time/format-in-zone";
import { FreshTime } from "@/components/time/fresh-time";
import { useZone } from "@/components/time/zone-provider";
import type { ConfirmationView, ValueOriginView } from "@/lib/participants/application-detail-view";
import { confirmingRead, originSentence, wayWord } from "./origin-words";

type Props = { origin: ValueOriginView | undefined; confirmation: ConfirmationView };

/** Where a value comes from and how fresh it is: "webhook 4 s ago, confirmed by reconcile 03:10". */
export function Origin({ origin, confirmation }: Props) {
  const zone = useZone();
  if (!origin) return null;
  const read = confirmingRead(origin, confirmation);
  const since = `${originSentence(origin)}, ${formatInZone(origin.at, "moment", zone)}`;
  return (
    <span className="text-soft text-xs" title={since} data-origin="">
      {wayWord(origin.kind)} <FreshTime at={origin.at} />
      {read ? (
        <>
          , confirmed by {wayWord(read.kind)} <ClockTime at={read.at} />
        </>
      ) : null}
    </span>
  );
}
