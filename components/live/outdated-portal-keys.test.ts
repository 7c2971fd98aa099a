import { expect, test } from "vitest";
import { outdatedPortalKeys } from "./outdated-portal-keys";
import type { ChangeTopic } from "./stream-message";

function viewsAfter(all: boolean, ...topics: ChangeTopic[]) {
  const batch = { all, topics: new Map(topics.map((topic) => [topic, "any"] as const)) };
  const { own, everybodys } = outdatedPortalKeys("evt_a", batch);
  const named = (keys: typeof own) => keys.map((key) => key.slice(2).join());
  return [named(own), named(everybodys)];
}

test.each<[ChangeTopic, string[], string[]]>([
  ["participants", ["me", "data"], []],
  ["grants", ["me", "data", "entry"], []],
  ["agenda", ["agenda", "data"], []],
  ["program", [], ["program"]],
  ["event", [], ["entry", "program"]],
  ["connection", [], ["entry"]],
  ["sync", [], []],
  ["deliveries", [], []],
])(
  "a change of %s puts %j of one's own and %j of everybody's out of date",
  (topic, own, everybodys) => {
    expect(viewsAfter(false, topic)).toEqual([own, everybodys]);
  },
);

test("what two topics share is fetched once", () => {
  expect(viewsAfter(false, "participants", "agenda")).toEqual([["me", "data", "agenda"], []]);
  expect(viewsAfter(false, "grants", "connection")).toEqual([["me", "data"], ["entry"]]);
});

test("after a gap everything may be out of date", () => {
  expect(viewsAfter(true)).toEqual(
    [
      ["me", "data", "agenda"],
      ["program", "entry"],
    ].map((views) => expect.arrayContaining(views)),
  );
});
