import { ReventoError } from "@/lib/revento/errors";
import { refreshAccessToken } from "./refresh-access-token";
import { type Holder, readTokenRow } from "./token-row";
import { isFresh, openAccessToken } from "./usable-access-token";

// Next loads its own copy of this module beside the server's: one flight per process all the same.
const shared = globalThis as typeof globalThis & { foyerRefreshes?: Map<string, Promise<string>> };

function flights(): Map<string, Promise<string>> {
  shared.foyerRefreshes ??= new Map();
  return shared.foyerRefreshes;
}

/**
 * The one door to tokens: an access token of this event that works for at least another
 * five minutes, refreshed first where needed. `rejected` is a token that Revento has just answered
 * with `token_expired`: it is never handed out again. Throws ReventoError `refused` when there is no
 * token or it is over (contract 2.6), `unavailable` when Revento could not be asked.
 */
export async function getAccessToken(
  eventId: string,
  holder: Holder,
  { rejected }: { rejected?: string } = {},
): Promise<string> {
  const token = await readTokenRow(eventId, holder);
  if (!token) throw new ReventoError("refused", { code: "not_connected" });
  if (isFresh(token)) {
    const access = await openAccessToken(token, rejected);
    if (access) return access;
  }
  for (;;) {
    const access = await joinFlight(eventId, holder, rejected);
    // A flight that somebody else began may bring the very token that was rejected here.
    if (access !== rejected) return access;
  }
}

function joinFlight(
  eventId: string,
  holder: Holder,
  rejected: string | undefined,
): Promise<string> {
  const key = `${eventId} ${holder}`;
  const flying = flights().get(key);
  if (flying) return flying;
  const flight = refreshAccessToken(eventId, holder, rejected).finally(() => {
    flights().delete(key);
  });
  flights().set(key, flight);
  return flight;
}
