import { expect, test } from "vitest";
import { foldText } from "./fold-text";

test.each([
  ["Šime  ŠARIĆ ", "sime saric"],
  ["Đurđica", "durdica"],
  ["Łukasz Wójcik", "lukasz wojcik"],
  ["Straße", "strasse"],
  ["ΕΛΈΝΗ", "ελενη"],
  ["Іваненко", "іваненко"],
  ["Plain  Name", "plain name"],
  ["はると 佐藤", "はると 佐藤"],
])("somebody called %s is found by typing %s", (name, typed) => {
  expect(foldText(name)).toBe(foldText(typed));
  expect(foldText(name)).toBe(typed.normalize("NFKD").replace(/\p{M}/gu, ""));
});
