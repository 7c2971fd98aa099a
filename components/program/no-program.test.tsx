import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { eventQueries } from "@/components/queries/event-queries";
import { NoProgram, OutdatedProgram } from "./no-program";

const EVENT = "evt_1";

function shown(scopes: string[], part: React.ReactNode): string {
  const client = new QueryClient();
  client.setQueryData([...eventQueries.overview(EVENT).queryKey], { connection: { scopes } });
  client.setQueryData([...eventQueries.sync(EVENT).queryKey], null);
  return renderToString(<QueryClientProvider client={client}>{part}</QueryClientProvider>);
}

test("without the permission for the program the page says so, and offers to allow it", () => {
  const without = shown(["event.read"], <NoProgram eventId={EVENT} />);
  expect(without).toContain("Foyer may not read the program");
  expect(without).toContain(`href="/connect?event_id=${EVENT}"`);
  const allowed = shown(["event.read", "program.read"], <NoProgram eventId={EVENT} />);
  expect(allowed).toContain("No program yet");
  expect(allowed).not.toContain("/connect");
});

test("a program that was read before the permission was taken back says that it is old", () => {
  expect(shown(["event.read"], <OutdatedProgram eventId={EVENT} />)).toContain(
    "not kept up to date",
  );
  expect(shown(["program.read"], <OutdatedProgram eventId={EVENT} />)).toBe("");
});
