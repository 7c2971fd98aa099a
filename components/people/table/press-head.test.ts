import { expect, test } from "vitest";
import { isSortable, pressHead, sortedAs } from "./press-head";

test("a press orders by that column alone, the next one the other way round", () => {
  expect(pressHead(["-submitted"], "name", false)).toEqual(["name"]);
  expect(pressHead(["name"], "name", false)).toEqual(["-name"]);
  expect(pressHead(["-name"], "name", false)).toEqual(["name"]);
  expect(pressHead(["name"], "updated", false)).toEqual(["-updated"]);
  expect(pressHead(["name", "status"], "name", false)).toEqual(["name"]);
});

test("with shift a key is added, turned, and taken away again", () => {
  expect(pressHead(["name"], "answers.track", true)).toEqual(["name", "answers.track"]);
  expect(pressHead(["name", "status"], "name", true)).toEqual(["-name", "status"]);
  expect(pressHead(["-name", "status"], "name", true)).toEqual(["status"]);
});

test("a sixth key is not added", () => {
  const five = ["name", "email", "role", "status", "updated"];
  expect(pressHead(five, "submitted", true)).toEqual(five);
});

test("a column knows its place in the order", () => {
  expect(sortedAs(["name", "-status"], "status")).toEqual({ place: 2, direction: "descending" });
  expect(sortedAs(["name"], "status")).toBeNull();
  expect([isSortable("reviewer"), isSortable("answers"), isSortable("answers.x")]).toEqual([
    false,
    false,
    true,
  ]);
});
