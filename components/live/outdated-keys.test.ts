import { expect, test } from "vitest";
import { outdatedKeys } from "./outdated-keys";

test("a named participant puts their detail and the counts out of date, nobody else", () => {
  const topics = new Map([["participants", new Set(["ptp_1"])]] as const);
  expect(outdatedKeys("evt_a", { topics })).toEqual([
    ["event", "evt_a", "ratings", "ptp_1"],
    ["event", "evt_a", "review-progress"],
    ["event", "evt_a", "person", "ptp_1"],
    ["event", "evt_a", "counts"],
    ["event", "evt_a", "place"],
    ["event", "evt_a", "overview"],
    ["event", "evt_a", "deliveries"],
  ]);
});

test("more participants than can be named put every open detail out of date", () => {
  const topics = new Map([["participants", "any"]] as const);
  expect(outdatedKeys("evt_a", { topics })).toEqual([
    ["event", "evt_a", "ratings"],
    ["event", "evt_a", "review-progress"],
    ["event", "evt_a", "person"],
    ["event", "evt_a", "counts"],
    ["event", "evt_a", "place"],
    ["event", "evt_a", "overview"],
    ["event", "evt_a", "deliveries"],
  ]);
});

test("the program leaves the lists alone", () => {
  const topics = new Map([["program", "any"]] as const);
  expect(outdatedKeys("evt_a", { topics })).toEqual([
    ["event", "evt_a", "program"],
    ["event", "evt_a", "deliveries"],
  ]);
});

test("another view of the team's puts the menus of both lists out of date, and no list", () => {
  const topics = new Map([["views", "any"]] as const);
  expect(outdatedKeys("evt_a", { topics })).toEqual([["event", "evt_a", "saved-views"]]);
});

test("a delivery that changed nothing concerns whoever lists deliveries, and nobody else", () => {
  const topics = new Map([["deliveries", "any"]] as const);
  expect(outdatedKeys("evt_a", { topics })).toEqual([["event", "evt_a", "deliveries"]]);
});

test("a rating puts what stands on its row and beside it out of date, and no message", () => {
  const topics = new Map([["ratings", new Set(["ptp_1"])]] as const);
  expect(outdatedKeys("evt_a", { topics })).toEqual([
    ["event", "evt_a", "ratings", "ptp_1"],
    ["event", "evt_a", "person", "ptp_1"],
    ["event", "evt_a", "review-progress"],
    ["event", "evt_a", "counts"],
    ["event", "evt_a", "place"],
  ]);
});

test("how the team reviews puts everything out of date: it is also what its members see", () => {
  const topics = new Map([["review", "any"]] as const);
  expect(outdatedKeys("evt_a", { topics })).toContainEqual(["event", "evt_a"]);
});
