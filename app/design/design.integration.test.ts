import { expect, test } from "vitest";
import DesignPage from "./page";

test("the design is shown to nobody where it was not asked for", () => {
  expect(() => DesignPage()).toThrow(/404/);
});
