import { expect, test } from "vitest";
import { DeliveryFilter } from "@/lib/console/delivery-filter";
import { AppError } from "@/lib/errors";
import { readConsoleView } from "./read-console-view";

const asked = (work: () => unknown) =>
  readConsoleView(Promise.resolve().then(work), "/admin/deliveries");

test("a page whose filter or cursor makes no sense is shown all the same, and asks by itself", async () => {
  expect(await asked(() => DeliveryFilter.parse({ event: "Ann" }))).toBeUndefined();
  const foreign = new AppError("invalid", "This cursor does not continue this list.");
  expect(await asked(() => Promise.reject(foreign))).toBeUndefined();
});

test("a fault of ours stays one", async () => {
  await expect(asked(() => Promise.reject(new Error("a fault")))).rejects.toThrow("a fault");
});
