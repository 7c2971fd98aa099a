import { Circle } from "lucide-react";
import { expect, test } from "vitest";
import { type Command, findCommands } from "./command";

const command = (word: string, note?: string): Command => ({
  id: word,
  word,
  note,
  icon: Circle,
  run: () => {},
});
const COMMANDS = [
  command("Go to the program"),
  command("Program of the harbour", "Harbor"),
  command("Šime Šarić", "sime@example.org"),
];
const found = (search: string) => findCommands(COMMANDS, search).map(({ word }) => word);

test("every word counts, in any order, without case and accents, in the note as well", () => {
  expect(found("sime saric")).toEqual(["Šime Šarić"]);
  expect(found("example SIME")).toEqual(["Šime Šarić"]);
  expect(found("harbor program")).toEqual(["Program of the harbour"]);
  expect(found("nothing like it")).toEqual([]);
});

test("what begins with the search comes first, and without one everything is there in order", () => {
  expect(found("program")).toEqual(["Program of the harbour", "Go to the program"]);
  expect(found("  ")).toHaveLength(3);
});
