import { expect, test } from "vitest";
import { isOverview, outdatedKeys } from "./outdated-keys";

test("a named participant puts their detail and the counts out of date, nobody else", () => {
  const topics = new Map([["participants", new Set(["ptp_1"])]] as const);
  expect(outdatedKeys("evt_a", { all: false, topics })).toEqual([
    ["event", "evt_a", "person", "ptp_1"],
    ["event", "evt_a", "counts"],
    ["event", "evt_a", "overview"],
  ]);
});

test("more participants than can be named put every list and open detail out of date", () => {
  const topics = new Map([["participants", "any"]] as const);
  expect(outdatedKeys("evt_a", { all: false, topics })).toEqual([
    ["event", "evt_a", "list"],
    ["event", "evt_a", "person"],
    ["event", "evt_a", "counts"],
    ["event", "evt_a", "overview"],
  ]);
});

test("the program leaves the lists alone", () => {
  const topics = new Map([["program", "any"]] as const);
  expect(outdatedKeys("evt_a", { all: false, topics })).toEqual([["event", "evt_a", "program"]]);
});

test("another view of the team's puts the menus of both lists out of date, and no list", () => {
  const topics = new Map([["views", "any"]] as const);
  expect(outdatedKeys("evt_a", { all: false, topics })).toEqual([
    ["event", "evt_a", "saved-views"],
  ]);
});

test("after a gap everything about this event is out of date, and nothing of another", () => {
  expect(outdatedKeys("evt_a", { all: true, topics: new Map() })).toEqual([["event", "evt_a"]]);
});

test("the sums of the overview are told from what people look at", () => {
  const topics = new Map([["participants", new Set(["ptp_1"])]] as const);
  const keys = outdatedKeys("evt_a", { all: false, topics });
  expect(keys.map(isOverview)).toEqual([false, false, true]);
});
