import { expect, test } from "vitest";
import { isTrustworthyUrl } from "./trustworthy-url";

test.each([
  "https://id.example",
  "https://id.example/realms/foyer",
  "http://localhost:8080",
  "http://127.0.0.1:8080/a",
  "http://[::1]:8080",
])("secrets may go to %s", (url) => {
  expect(isTrustworthyUrl(url)).toBe(true);
});

test.each([
  undefined,
  "",
  "id.example",
  "http://id.example",
  "http://localhost.evil.example",
  "http://127.0.0.1.evil.example",
  "http://10.0.0.1",
  "http://localhost@evil.example",
  "https://someone:secret@id.example",
  "ftp://localhost",
  "javascript:alert(1)",
])("no secret goes to %s", (url) => {
  expect(isTrustworthyUrl(url)).toBe(false);
});
