import { expect, test } from "vitest";
import { outdatedPortalKeys } from "./outdated-portal-keys";
import type { ChangeTopic } from "./stream-message";

const viewsAfter = (...topics: ChangeTopic[]) =>
  outdatedPortalKeys("evt_a", {
    all: false,
    topics: new Map(topics.map((topic) => [topic, "any"])),
  }).map((key) => key.slice(2).join());

test.each<[ChangeTopic, string[]]>([
  ["participants", ["me", "data"]],
  ["grants", ["me", "data", "entry"]],
  ["agenda", ["agenda", "data"]],
  ["program", ["program", "agenda"]],
  ["event", ["entry", "program"]],
  ["connection", ["entry"]],
  ["sync", []],
  ["deliveries", []],
])("a change of %s puts %j out of date", (topic, views) => {
  expect(viewsAfter(topic)).toEqual(views);
});

test("what two topics share is fetched once", () => {
  expect(viewsAfter("participants", "agenda")).toEqual(["me", "data", "agenda"]);
});

test("after a gap everything about this portal is out of date, and nothing of another", () => {
  expect(outdatedPortalKeys("evt_a", { all: true, topics: new Map() })).toEqual([
    ["portal", "evt_a"],
  ]);
});
