import { expect, test } from "vitest";
import { fieldWord } from "@/components/people/columns/field-words";
import { exportHeading } from "@/lib/exports/export-heading";
import { BUILT_IN_FIELDS } from "@/lib/list-address/list-fields";
import { allColumns, shownColumns } from "./export-order";
import { contentSentence } from "./export-words";

const fields = [
  { key: "track", kind: "text", answered: 2 },
  { key: "diet", kind: "text", answered: 1 },
] as const;

test("a file has the columns that are seen, and all answers where they stand in short", () => {
  const layout = { columns: [{ id: "email" }, { id: "answers" }, { id: "answers.diet" }] };
  expect(shownColumns("applications", null, layout, fields)).toEqual([
    "email",
    "answers.track",
    "answers.diet",
  ]);
  expect(shownColumns("applications", ["name", "shoe", "wave"], layout, fields)).toEqual([
    "name",
    "email",
    "wave",
  ]);
  expect(shownColumns("applications", ["name", "answers"], layout, undefined)).toEqual([
    "name",
    "email",
    "answers",
  ]);
});

test("the e-mail that stands under the name is in the file, once", () => {
  const columnsOf = (asked: string[]) => shownColumns("applications", asked, undefined, fields);
  expect(columnsOf(["status", "name"])).toContain("email");
  expect(columnsOf(["name", "status", "email"])).toEqual(["name", "status", "email"]);
});

test("all columns are all that is known of somebody, ids too", () => {
  const all = allColumns(fields, false);
  expect(all).toEqual(expect.arrayContaining(["name", "answers.track", "updated", "participant"]));
  expect(new Set(all).size).toBe(all.length);
});

test("the sentence says how many, and in how many columns", () => {
  expect(contentSentence("applications", 1_234, 7, false)).toBe(
    "The 1,234 applications of this list, in this order, with these 7 columns.",
  );
  expect(contentSentence("participants", 1, 1, true)).toBe(
    "The 1 participant you selected, in this order, with this 1 column.",
  );
});

test("a column is called the same on the page and in the file", () => {
  for (const field of [...Object.keys(BUILT_IN_FIELDS), "answers.favorite_track", "answers._"]) {
    expect(exportHeading(field)).toBe(fieldWord(field));
  }
});
