import { expect, test } from "vitest";
import { loadDeliveriesAddress } from "@/components/console/deliveries/deliveries-address";
import { receivedIn } from "./received-in";

test("the link of an hour asks the list for that hour, in a form that the list understands", async () => {
  const { searchParams } = new URL(receivedIn("2026-11-29T23:00:00.000Z"), "http://foyer");
  const { filters } = await loadDeliveriesAddress(
    Promise.resolve(Object.fromEntries(searchParams)),
  );
  expect(filters).toMatchObject({ from: "2026-11-29T23:00:00Z", to: "2026-11-30T00:00:00Z" });
});
