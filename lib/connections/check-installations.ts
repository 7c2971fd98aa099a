import { withEventSql, withSystemSql } from "@/lib/db";
import { changeEventInSql, IN_BACKGROUND } from "@/lib/live/change-event";
import { logOf } from "@/lib/log";
import { ReventoError } from "@/lib/revento/errors";
import { type ListedInstallation, listInstallations } from "@/lib/revento/list-installations";
import { readEvent } from "@/lib/revento/read-api";
import { callRevento } from "./call-revento";
import {
  compareInstallations,
  type Difference,
  type KeptConnection,
} from "./compare-installations";
import { type EndCause, isLive } from "./connection-states";
import { endConnection } from "./end-connection";
import {
  type InstallationCheck,
  type InstallationDifference,
  keepInstallationCheck,
} from "./installation-check";

const PROBE_WAIT_MS = 2_000;
const PROBES_AT_ONCE = 4;
/** An empty list is no reason to call thousands of times; the next check begins elsewhere. */
const MOST_PROBES = 500;

/**
 * Compares our connections with Revento's own list (contract 4, last row), across events: finds the end
 * that no webhook told. A list is no proof: a living connection that it lacks, or calls ended, is asked
 * about with its own token, and ends only when that is refused. A list that cannot be read ends nothing.
 * `askedBy` is "schedule" or the operator. Keeps and answers what came of it.
 */
export async function checkInstallations(askedBy: string): Promise<InstallationCheck> {
  // Before the list: whatever is connected while it is read cannot be missed by it.
  const kept = await readConnectionsOfAllEvents();
  const list = await tryList();
  if ("failure" in list) {
    return keepInstallationCheck({ askedBy, ...list, listed: null, differences: [] });
  }
  const found = fromAnywhere(compareInstallations(kept, list.listed));
  const differences: InstallationDifference[] = [];
  for (let at = 0; at < found.length; at += PROBES_AT_ONCE) {
    const some = found.slice(at, at + PROBES_AT_ONCE);
    const settle = (one: Difference) => trySettling(one, kept, differences.length);
    differences.push(...(await Promise.all(some.map(settle))));
  }
  return keepInstallationCheck({
    askedBy,
    listed: list.listed.length,
    failure: null,
    differences,
  });
}

/** Where there are too many for one check, each begins with others, so that all have their turn. */
function fromAnywhere(found: readonly Difference[]): readonly Difference[] {
  if (found.length <= MOST_PROBES) return found;
  const first = Math.floor(Math.random() * found.length);
  return [...found.slice(first), ...found.slice(0, first)];
}

async function tryList(): Promise<{ listed: ListedInstallation[] } | { failure: string }> {
  try {
    return { listed: await listInstallations() };
  } catch (error) {
    if (!(error instanceof ReventoError)) throw error;
    logOf("installations").warn({ err: error }, "Revento's list could not be read");
    return { failure: error.code };
  }
}

async function readConnectionsOfAllEvents(): Promise<KeptConnection[]> {
  return withSystemSql(async (sql) => {
    const found = await sql.query<KeptConnection>(
      `SELECT event_id AS "eventId", organization_id AS "organizationId", state, cause, epoch
       FROM connections ORDER BY event_id`,
    );
    return found.rows;
  });
}

/** Trouble with one event holds up no other: the next check finds the same difference again. */
async function trySettling(
  difference: Difference,
  kept: readonly KeptConnection[],
  settled: number,
): Promise<InstallationDifference> {
  try {
    return await settleDifference(difference, kept, settled);
  } catch (err) {
    const { eventId, organizationId, kind } = difference;
    logOf("installations").error({ err, eventId }, "a difference could not be settled");
    return { eventId, organizationId, kind, outcome: "unavailable" };
  }
}

async function settleDifference(
  { explains, ...difference }: Difference,
  kept: readonly KeptConnection[],
  settled: number,
): Promise<InstallationDifference> {
  const connection = kept.find(({ eventId }) => eventId === difference.eventId);
  if (!connection || difference.kind === "listed_active") return { ...difference, outcome: "none" };
  const { eventId, epoch, state } = connection;
  if (!isLive(state)) {
    const isExplained = await explain(eventId, explains, epoch);
    return { ...difference, outcome: isExplained ? "ended" : "none" };
  }
  if (settled >= MOST_PROBES) return { ...difference, outcome: "unavailable" };
  const outcome = await probe(connection);
  if (outcome === "ended") await explain(eventId, explains, epoch + 1);
  return { ...difference, outcome };
}

/** Asks for the event with its own token. A refused one ends its connection where every call does. */
async function probe({
  eventId,
  epoch,
}: KeptConnection): Promise<InstallationDifference["outcome"]> {
  try {
    await callRevento(eventId, "installation", (token) => readEvent(token, eventId), {
      waitUpToMs: PROBE_WAIT_MS,
    });
    return "still_works";
  } catch (error) {
    if (!(error instanceof ReventoError)) throw error;
    const isOver = error.kind === "refused" && (await hasEnded(eventId, epoch));
    return isOver ? "ended" : "unavailable";
  }
}

/** Whether exactly the connection of this epoch has ended since. */
async function hasEnded(eventId: string, epoch: number): Promise<boolean> {
  return withEventSql(eventId, async (sql) => {
    const found = await sql.query<{ state: string }>(
      "SELECT state FROM connections WHERE event_id = $1 AND epoch = $2",
      [eventId, epoch + 1],
    );
    const connection = found.rows[0];
    return connection !== undefined && !isLive(connection.state);
  });
}

/** Answers whether it was news. */
async function explain(
  eventId: string,
  cause: EndCause | null,
  expectedEpoch: number,
): Promise<boolean> {
  return (
    cause !== null &&
    changeEventInSql(
      eventId,
      (change) => endConnection(change, { cause, expectedEpoch }),
      IN_BACKGROUND,
    )
  );
}
