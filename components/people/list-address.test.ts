import { expect, test } from "vitest";
import { loadListAddress } from "./list-address";

const load = (search: Record<string, string | string[]>) =>
  loadListAddress("applications", Promise.resolve(search));

test("an address with nothing in it is the whole list in its own order", async () => {
  expect(await load({})).toEqual({ status: [], q: "", sort: "-submitted" });
  expect(await loadListAddress("participants", Promise.resolve({}))).toMatchObject({
    sort: "name",
  });
});

test("a copied address brings back statuses, search and order", async () => {
  expect(await load({ status: ["pending", "approved"], q: "ana", sort: "name" })).toEqual({
    status: ["pending", "approved"],
    q: "ana",
    sort: "name",
  });
  expect(await load({ status: "pending" })).toMatchObject({ status: ["pending"] });
});

test("an address that somebody has played with still opens a list", async () => {
  const odd = {
    status: ["\0", `\0${"x".repeat(999)}`, "pending", "pending"],
    q: ` \0${"a".repeat(999)}`,
  };
  const filters = await load({ ...odd, sort: "email" });
  expect(filters.status).toEqual(["x".repeat(64), "pending"]);
  expect(filters.q).toBe("a".repeat(200));
  expect(filters.sort).toBe("-submitted");
});
