import type { QueryClient } from "@tanstack/react-query";
import { portalQueries } from "@/components/queries/portal-queries";
import type { PublicUpdateView } from "@/lib/portal/portal-program-view";
import { applyPublic } from "./apply-public";
import type { ChangeBatch, Urgency } from "./batch-changes";
import { outdatedPortalKeys } from "./outdated-portal-keys";
import { SpreadRefetches } from "./spread-refetches";

/** Brings the queries of one event's portal up to date: the person's own at once, everybody's a little later. */
export class PortalChanges {
  readonly #later: SpreadRefetches;

  constructor(
    private readonly client: QueryClient,
    private readonly eventId: string,
  ) {
    this.#later = new SpreadRefetches(client);
  }

  readonly isUrgent: Urgency = (topic) => topic !== "program" && topic !== "event";

  readonly onPublic = (update: PublicUpdateView): void => {
    const { client, eventId } = this;
    if (applyPublic(client, eventId, update)) return;
    this.#later.refetch([portalQueries.program(eventId).queryKey]);
  };

  readonly onBatch = (batch: ChangeBatch): Promise<unknown> => {
    const { own, everybodys } = outdatedPortalKeys(this.eventId, batch);
    this.#later.refetch(everybodys);
    return Promise.all(own.map((queryKey) => this.client.invalidateQueries({ queryKey })));
  };

  stop(): void {
    this.#later.stop();
  }
}
