import { expect, test } from "vitest";
import { compareInstallations } from "./compare-installations";

const kept = { organizationId: "org_a", state: "active", cause: "connected", epoch: 1 };
const listed = { eventId: "evt_one", organizationId: "org_a" };

test("a list that names an ended connection and the one made anew agrees with a living one, in either order", () => {
  const entries = [
    { ...listed, status: "revoked" },
    { ...listed, status: "active" },
  ];
  const connections = [{ ...kept, eventId: "evt_one" }];
  expect(compareInstallations(connections, entries)).toEqual([]);
  expect(compareInstallations(connections, entries.toReversed())).toEqual([]);
  expect(compareInstallations(connections, entries.slice(0, 1))).toMatchObject([
    { kind: "listed_ended", explains: "not_listed" },
  ]);
});
