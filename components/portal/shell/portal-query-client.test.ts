import { QueryObserver } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";
import { portalQueries } from "@/components/queries/portal-queries";
import { newPortalQueryClient } from "./portal-query-client";

afterEach(() => vi.unstubAllGlobals());

test.each([
  [401, 1],
  [404, 0],
])("a query that is answered %i asks the door %i times why", async (status, times) => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    return path.endsWith("/me")
      ? Response.json({ error: "no", message: "No." }, { status })
      : Response.json({ event: null, session: { state: "signed_out", reason: "revoked_by_you" } });
  });
  const client = newPortalQueryClient("evt_a");
  const door = portalQueries.entry("evt_a");
  const heard = { heardAt: null, awaySince: null };
  const session = { state: "signed_in" as const, name: "Ann", heard, head: "1" };
  client.setQueryData(door.queryKey, { event: null, session });
  const shell = new QueryObserver(client, door);
  const leave = shell.subscribe(() => {});

  await expect(client.fetchQuery({ ...portalQueries.me("evt_a"), retry: false })).rejects.toThrow();
  await expect.poll(() => client.isFetching()).toBe(0);
  expect(asked.filter((path) => path === "/api/portal/evt_a")).toHaveLength(times);
  expect(client.getQueryData(door.queryKey)?.session.state).toBe(
    times === 1 ? "signed_out" : "signed_in",
  );
  leave();
});
