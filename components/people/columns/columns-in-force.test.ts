import { expect, test } from "vitest";
import { columnsInForce } from "./columns-in-force";

const layout = { columns: [{ id: "email", width: 300 }, { id: "name" }] };

test("a link opens the columns it names, each as wide as whoever opens it has made it", () => {
  expect(columnsInForce("applications", ["name", "email", "answers.track"], layout)).toEqual([
    { id: "name" },
    { id: "email", width: 300 },
    { id: "answers.track" },
  ]);
});

test("without any in the address a list opens as its member has arranged it", () => {
  expect(columnsInForce("applications", null, layout)).toEqual(layout.columns);
});

test("a list that nobody has arranged, or that asks for no column at all, begins with the usual ones", () => {
  const usual = ["name", "answers", "status", "submitted", "updated"];
  const ids = (asked: string[] | null) =>
    columnsInForce("applications", asked, { columns: [] }).map(({ id }) => id);
  expect(ids(null)).toEqual(usual);
  expect(ids([])).toEqual(usual);
  expect(columnsInForce("participants", null, undefined).map(({ id }) => id)).toContain(
    "registered",
  );
});
