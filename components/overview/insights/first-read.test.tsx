import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { eventQueries } from "@/components/queries/event-queries";
import { insightQueries } from "@/components/queries/insight-queries";
import type { InsightsView } from "@/lib/insights/insights-view";
import { Insights } from "./insights";

const EVENT = "evt_1";
const NONE = { count: 0, address: "" };
const EMPTY = {
  timezone: "UTC",
  funnel: { submitted: NONE },
  activities: { fullest: [], limited: 0, full: 0, seats: 0, taken: 0 },
} as unknown as InsightsView;

function shown(state: string, lastFullRead: object | null, resource = "event"): string {
  const client = new QueryClient();
  client.setQueryData([...insightQueries.insights(EVENT).queryKey], EMPTY);
  client.setQueryData([...eventQueries.sync(EVENT).queryKey], { state, resource });
  client.setQueryData([...eventQueries.overview(EVENT).queryKey], {
    lastFullRead,
    connection: { scopes: [] },
  });
  return renderToString(
    <QueryClientProvider client={client}>
      <Insights eventId={EVENT} />
    </QueryClientProvider>,
  );
}

test("while an event is read for the first time nothing is said of what has not been read", () => {
  const first = shown("running", null);
  expect(first).not.toContain("No applications yet");
  expect(first).not.toContain("has a limit of seats");
  expect(first).toContain("Loading");
});

test("an event that was read says what there is not, also while it is read again", () => {
  for (const html of [shown("completed", {}), shown("running", {})]) {
    expect(html).toContain("No applications yet");
    expect(html).toContain("has a limit of seats");
  }
});
