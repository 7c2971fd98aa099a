import { expect, test } from "vitest";
import { isMissingPiece } from "./missing-piece";

const named = (name: string, message: string) => Object.assign(new Error(message), { name });

test.each([
  [named("ChunkLoadError", "Loading chunk 12 failed"), true],
  [new Error("Failed to load chunk /_next/static/chunks/1oy93.js from module 4711"), true],
  [new TypeError("Failed to fetch dynamically imported module: https://foyer/x.js"), true],
  [new TypeError("Importing a module script failed."), true],
  [new Error("Connection closed."), true],
  [new Error("Cannot read properties of undefined"), false],
  [new Error("the export failed to load"), false],
  ["Connection closed.", false],
  [null, false],
])("%s is a piece that is missing: %s", (error, is) => {
  expect(isMissingPiece(error)).toBe(is);
});
