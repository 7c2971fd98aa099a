import { expect, test } from "vitest";
import type { HealthReason } from "@/lib/console/health-view";
import { sayReason } from "./health-reasons";

const reason = (more: Partial<HealthReason>): HealthReason => ({
  level: "yellow",
  code: "dead_letters",
  count: 1,
  since: null,
  eventId: null,
  examples: [],
  ...more,
});

test("a reason says how many, in the right number, and leads to the list it is about", () => {
  expect(sayReason(reason({ count: 1 }))).toEqual({
    text: "1 delivery is among the dead letters.",
    href: "/admin/deliveries?state=dead",
  });
  expect(sayReason(reason({ code: "to_be_reconnected", count: 1_200 }))).toEqual({
    text: "1,200 connections have to be made again by their organizers.",
    href: "/admin/connections?state=needs_reconnect",
  });
  expect(sayReason(reason({ code: "erasure_late", eventId: "evt_a" })).href).toBe(
    "/admin/connections/evt_a",
  );
});

test("what is new in Revento is named, and what is left out counted", () => {
  const examples = [{ what: "participants.status waitlisted", rows: 3, events: 1 }];
  expect(sayReason(reason({ code: "new_words", count: 4, examples })).text).toBe(
    "New in Revento: participants.status waitlisted (3 rows in 1 event), and 3 more.",
  );
});
