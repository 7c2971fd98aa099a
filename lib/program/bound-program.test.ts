import { expect, test } from "vitest";
import { anActivity } from "@/testing/an-activity";
import { boundProgram } from "./bound-program";

const many = (count: number, more: object) =>
  Array.from({ length: count }, (_, n) => anActivity(`act_${n}`, null, null, more));

test("a program of ordinary size is itself", () => {
  const program = many(120, { description: "A talk. ".repeat(200) });
  expect(boundProgram(program)).toEqual({ activities: program, left: 0 });
});

test("long descriptions lose their ends before an activity is left out", () => {
  const { activities, left } = boundProgram(many(500, { description: "d".repeat(20_000) }));
  expect({ left, length: activities[0]?.description?.length }).toEqual({ left: 0, length: 601 });
});

test("of very many activities the first are there, and the others counted", () => {
  const { activities, left } = boundProgram(many(20_000, { title: "t".repeat(500) }));
  expect(JSON.stringify(activities).length).toBeLessThan(1_000_000);
  expect(activities.length).toBeGreaterThan(500);
  expect(activities.length + left).toBe(20_000);
  expect(activities[0]?.activityId).toBe("act_0");
});
