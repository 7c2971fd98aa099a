import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { eventQueries } from "@/components/queries/event-queries";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import { PersonPanel } from "./person-panel";

const AT = "2026-11-01T10:00:00.000Z";

function panelOf(email: string): string {
  const person: ApplicationDetailView = {
    id: "app_ann",
    participantId: "ptp_ann",
    userId: null,
    applicationId: "app_ann",
    role: null,
    status: "pending",
    name: "Ann",
    email,
    fields: {},
    submittedAt: AT,
    registeredAt: null,
    lastReviewAction: null,
    lastReviewedAt: null,
    lastReviewerId: null,
    updatedAt: AT,
    removedAt: null,
    freshness: { source: "sync", at: AT, confirmedAt: AT },
    history: [],
    provenance: {},
    confirmation: { at: AT, by: null, lastRead: null },
    reventoUrl: null,
  };
  const client = new QueryClient();
  client.setQueryData(eventQueries.person("evt_a", "ptp_ann").queryKey, person);
  return renderToString(
    <QueryClientProvider client={client}>
      <PersonPanel eventId="evt_a" participantId="ptp_ann" onClose={() => {}} />
    </QueryClientProvider>,
  );
}

test("a message to a person goes to their address only, whatever else they wrote into it", () => {
  expect(panelOf("ann@example.org")).toContain('href="mailto:ann@example.org"');
  const crafted = panelOf("ann@example.org?bcc=eve@example.org&body=pay");
  expect(crafted).toContain('href="mailto:ann@example.org%3Fbcc%3Deve@example.org%26body%3Dpay"');
});
