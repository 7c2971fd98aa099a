import { describe, expect, test } from "vitest";
import { moved, turned, withKey, withoutKey } from "./edit-sort";
import { directionWord, keyWord, sortWord } from "./sort-words";

describe("editing an order", () => {
  test("adds a field once, and five at the most", () => {
    expect(withKey(["name"], "-name")).toEqual(["name"]);
    expect(withKey(["name"], "-status")).toEqual(["name", "-status"]);
    expect(withKey(["a", "b", "c", "d", "e"], "f")).toHaveLength(5);
  });

  test("turns, moves and removes one key and leaves the others", () => {
    const sort = ["name", "-status", "answers.x"];
    expect(turned(sort, "-status")).toEqual(["name", "status", "answers.x"]);
    expect(moved(sort, "-status", -1)).toEqual(["-status", "name", "answers.x"]);
    expect(moved(sort, "name", 1)).toEqual(["-status", "name", "answers.x"]);
    expect(moved(sort, "answers.x", 1)).toEqual(sort);
    expect(moved(sort, "name", -1)).toEqual(sort);
    expect(withoutKey(sort, "name")).toEqual(["-status", "answers.x"]);
  });
});

describe("an order in words", () => {
  test.each([
    [[], "Best match"],
    [["-submitted"], "Newest first"],
    [["name", "-status"], "Name A to Z, 1 more"],
    [["-answers.favorite_track"], "Favorite track, Z to A"],
  ])("%j is %s", (sort, word) => {
    expect(sortWord(sort)).toBe(word);
  });

  test("says directions as the kind of the field does", () => {
    expect(keyWord("registered")).toBe("Registered, oldest first");
    expect(directionWord("-answers.age", () => "number")).toBe("largest first");
    expect(directionWord("answers.adult", () => "boolean")).toBe("no first");
  });
});
