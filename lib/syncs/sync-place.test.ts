import { describe, expect, test } from "vitest";
import { placeAfter, placeOf, resourcesWithin } from "./sync-place";

const ALL = ["event.read", "program.read", "participants.read"];
const named = (place: ReturnType<typeof placeOf>) =>
  place && { resource: place.resource.name, cursor: place.cursor };

describe("where a run stands", () => {
  test("it begins with the event and ends with the participants", () => {
    const names = resourcesWithin(ALL).map(({ name }) => name);
    expect(names.at(0)).toBe("event");
    expect(names.at(-1)).toBe("participants");
    expect(named(placeOf({ resource: null, cursor: null }, ALL))?.resource).toBe("event");
  });

  test("it carries on at the page it saved", () => {
    expect(named(placeOf({ resource: "activities", cursor: "c" }, ALL))).toEqual({
      resource: "activities",
      cursor: "c",
    });
  });

  test("3.6 what is not granted any more is passed over, without its cursor", () => {
    const saved = { resource: "activities", cursor: "c" };
    expect(named(placeOf(saved, ["event.read", "participants.read"]))).toEqual({
      resource: "participants",
      cursor: null,
    });
    expect(placeOf(saved, ["event.read"])).toBeNull();
  });

  test("past a scope that Revento refuses come the resources of the others", () => {
    const [, days] = resourcesWithin(ALL);
    if (!days) throw new Error("no days");
    expect(named(placeAfter(days, ALL))?.resource).toBe("threads");
    expect(named(placeAfter(days, ALL, true))?.resource).toBe("participants");
  });
});
