import { formatInZone } from "@/components/time/format-in-zone";
import { FreshTime } from "@/components/time/fresh-time";
import { useZone } from "@/components/time/zone-provider";
import type { ValueOriginView } from "@/lib/participants/application-detail-view";
import { originSentence } from "./origin-words";

/** When a value changed, where it did since Foyer has it. Of the others "How Foyer knows" tells. */
export function Origin({ origin }: { origin: ValueOriginView | undefined }) {
  const zone = useZone();
  if (!origin || origin.isFirst) return null;
  return (
    <span
      className="text-soft text-xs"
      title={`${originSentence(origin)}, ${formatInZone(origin.at, "moment", zone)}`}
      data-origin=""
    >
      changed <FreshTime at={origin.at} />
    </span>
  );
}
