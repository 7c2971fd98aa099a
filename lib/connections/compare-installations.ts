import type { ListedInstallation } from "@/lib/revento/list-installations";
import { type EndCause, explainsMore, isLive } from "./connection-states";
import type { InstallationDifference } from "./installation-check";

/** A connection as we keep it. */
export type KeptConnection = {
  eventId: string;
  organizationId: string;
  state: string;
  cause: string;
  epoch: number;
};

/** A difference, and what the list would tell of the end, should there have been one. */
export type Difference = Pick<InstallationDifference, "eventId" | "organizationId" | "kind"> & {
  explains: EndCause | null;
};

/** Revento's words, as far as anybody can guess them (A); any other is a reason to ask, and no more. */
const ENDS: Record<string, EndCause> = {
  revoked: "not_listed",
  ended: "not_listed",
  removed: "not_listed",
  disconnected: "not_listed",
  suspended: "integration.suspended",
};
const LIVING_WORDS = new Set(["active", "connected"]);

/**
 * Where Revento's list and our connections differ. A connection that has ended here and is not listed is
 * no difference; neither is one that has ended here and whose entry has a word that nobody knows.
 */
export function compareInstallations(
  kept: readonly KeptConnection[],
  listed: readonly ListedInstallation[],
): Difference[] {
  const listedOf = Map.groupBy(listed, ({ eventId }) => eventId);
  const known = new Set(kept.map(({ eventId }) => eventId));
  const ours = kept.flatMap((connection) => {
    const { eventId, organizationId } = connection;
    const difference = differenceOf(connection, listedOf.get(eventId) ?? []);
    return difference ? [{ eventId, organizationId, ...difference }] : [];
  });
  const theirs = listed
    .filter(({ eventId, status }) => !known.has(eventId) && isAlive(status))
    .map(({ eventId, organizationId }) => {
      return { eventId, organizationId, kind: "unknown_here" as const, explains: null };
    });
  return [...ours, ...theirs];
}

function differenceOf(
  { organizationId, state, cause }: KeptConnection,
  entries: readonly ListedInstallation[],
): Pick<Difference, "kind" | "explains"> | null {
  if (state === "erasing") return null;
  const own = entries.filter((one) => one.organizationId === organizationId);
  // A list that keeps what has ended as well may name the event twice.
  const entry = own.find(({ status }) => isAlive(status)) ?? own[0];
  if (!entry) {
    const kind = entries.length > 0 ? "other_organization" : "not_listed";
    return isLive(state) ? { kind, explains: "not_listed" } : null;
  }
  if (isAlive(entry.status)) {
    return isLive(state) ? null : { kind: "listed_active", explains: null };
  }
  const explains = ENDS[entry.status ?? ""] ?? null;
  const isNews = isLive(state) || (explains !== null && explainsMore(explains, { state, cause }));
  return isNews ? { kind: "listed_ended", explains } : null;
}

function isAlive(status: string | null): boolean {
  return status === null || LIVING_WORDS.has(status);
}
