import { endGrant } from "@/lib/grants/end-grant";
import { changeEventInSql, IN_BACKGROUND } from "@/lib/live/change-event";
import type { EndCause } from "./connection-states";
import { endConnection } from "./end-connection";
import type { Holder } from "./token-row";

type HolderEnd = {
  cause: EndCause;
  /** What a person's grant ended by, where that is known better. */
  toldBy?: string;
  epoch: number;
  generation: number;
};

/**
 * Ends what a token stands for: the connection, unless it was made anew since `epoch`, or the grant of a person,
 * unless its token is not of this `generation` any more.
 */
export async function endHolder(
  eventId: string,
  holder: Holder,
  { cause, toldBy, epoch, generation }: HolderEnd,
): Promise<void> {
  await changeEventInSql(
    eventId,
    (change) =>
      holder === "installation"
        ? endConnection(change, { cause, expectedEpoch: epoch })
        : endGrant(change, holder, { cause: toldBy ?? cause, generation }),
    IN_BACKGROUND,
  );
}
