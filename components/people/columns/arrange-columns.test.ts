import { describe, expect, test } from "vitest";
import { hideColumn, moveColumn, resizeColumn, showColumn } from "./arrange-columns";
import { gridTracks, listWidth, widthOf } from "./column-widths";
import { placeWords, widthWords } from "./column-words";
import { shownColumns } from "./known-columns";

const COLUMNS = ["name", "answers", "status", "answers.favorite_track"].map((id) => ({ id }));
const ids = (columns: readonly { id: string }[]) => columns.map(({ id }) => id).join(" ");

describe("an organizer who arranges columns", () => {
  test("moves them anywhere but before the name", () => {
    expect(ids(moveColumn(COLUMNS, "status", 1))).toBe(
      "name status answers answers.favorite_track",
    );
    expect(ids(moveColumn(COLUMNS, "status", 0))).toBe(
      "name status answers answers.favorite_track",
    );
    expect(ids(moveColumn(COLUMNS, "answers", 99))).toBe(
      "name status answers.favorite_track answers",
    );
    expect(ids(moveColumn(COLUMNS, "name", 2))).toBe(ids(COLUMNS));
    expect(ids(moveColumn(COLUMNS, "gone", 2))).toBe(ids(COLUMNS));
  });

  test("shows and hides every one but the name", () => {
    expect(ids(showColumn(COLUMNS, "role"))).toBe(`${ids(COLUMNS)} role`);
    expect(ids(showColumn(COLUMNS, "status"))).toBe(ids(COLUMNS));
    expect(ids(hideColumn(COLUMNS, "answers"))).toBe("name status answers.favorite_track");
    expect(ids(hideColumn(COLUMNS, "name"))).toBe(ids(COLUMNS));
  });

  test("makes one as wide as is sensible, and as it was", () => {
    const wide = resizeColumn(COLUMNS, "status", 180.4);
    expect(wide[2]).toEqual({ id: "status", width: 180 });
    expect(resizeColumn(COLUMNS, "status", 3)[2]).toEqual({ id: "status", width: 72 });
    expect(resizeColumn(wide, "status", null)[2]).toEqual({ id: "status" });
  });

  test("hears where it is and how wide", () => {
    expect(placeWords(COLUMNS, "answers.favorite_track")).toBe("Favorite track, now column 4 of 4");
    expect(placeWords(COLUMNS, "role")).toBe("Role, hidden");
    expect(widthWords(resizeColumn(COLUMNS, "status", 180), "status")).toBe(
      "Status, width 180 pixels",
    );
  });
});

test("the name is always there and first, and what no list has is left out", () => {
  expect(ids(shownColumns([{ id: "shoe" }, { id: "status" }, { id: "name" }]))).toBe("name status");
});

test("columns without a width of their own take the room that is left", () => {
  expect(gridTracks(COLUMNS)).toBe(
    "52px minmax(200px, 260px) minmax(168px, 1fr) 188px minmax(168px, 1fr) 0px",
  );
  expect(gridTracks([{ id: "name", width: 240 }, { id: "role" }])).toBe(
    "52px 240px 120px minmax(0px, 1fr)",
  );
  expect(listWidth(COLUMNS)).toBe(52 + 200 + 168 + 188 + 168);
  expect(widthOf({ id: "constructor.x" })).toBe(120);
});
