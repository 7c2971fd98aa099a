import { readFile } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { type MirroredRow, RESOURCES } from "@/testing/mirrored-row";
import { plantConnection } from "@/testing/plant-connection";

const T = Date.parse("2026-03-01T10:00:00Z");
/** A moment on Revento's clock, with so many microseconds more. */
function at(seconds: number, micros = 0): string {
  const text = new Date(T + seconds * 1_000).toISOString();
  return text.replace("Z", `${String(micros).padStart(3, "0")}Z`);
}
const OLD = { status: "pending", own: at(0) };
const APPROVED = { status: "approved", own: at(100) };

type Case = { id: string; what: string; happens: (row: MirroredRow) => Promise<void> };

/** The row as an early page and then a delivery have left it. */
async function approved(row: MirroredRow, said: { status: string; own?: string } = APPROVED) {
  await row.read(OLD, at(10));
  await row.deliver(said, at(100));
}

const CASES: Case[] = [
  {
    id: "N1",
    what: "what is not there is written",
    async happens(row) {
      await row.deliver(OLD, at(0));
      expect(await row.statusOf()).toBe("pending");
    },
  },
  {
    id: "N2",
    what: "a delivery that happened before the last one is older, whatever it says of itself",
    async happens(row) {
      await approved(row);
      await row.deliver({ status: "rejected", own: at(200) }, at(99));
      expect(await row.statusOf()).toBe("approved");
    },
  },
  {
    id: "N3",
    what: "a microsecond decides",
    async happens(row) {
      await row.deliver({ status: "approved" }, at(100, 2));
      await row.deliver({ status: "rejected" }, at(100, 1));
      expect(await row.statusOf()).toBe("approved");
      await row.deliver({ status: "rejected" }, at(100, 3));
      expect(await row.statusOf()).toBe("rejected");
    },
  },
  {
    id: "N4",
    what: "of two deliveries of one moment the one that calls itself newer wins when it comes second",
    async happens(row) {
      await row.deliver({ status: "approved", own: at(100, 1) }, at(100));
      await row.deliver({ status: "rejected", own: at(100, 2) }, at(100));
      expect(await row.statusOf()).toBe("rejected");
    },
  },
  {
    id: "N5",
    what: "and when it comes first",
    async happens(row) {
      await row.deliver({ status: "rejected", own: at(100, 2) }, at(100));
      await row.deliver({ status: "approved", own: at(100, 1) }, at(100));
      expect(await row.statusOf()).toBe("rejected");
    },
  },
  {
    id: "N6",
    what: "of two of one moment that say nothing of themselves the later one counts",
    async happens(row) {
      await row.deliver({ status: "approved" }, at(100));
      await row.deliver({ status: "rejected" }, at(100));
      expect(await row.statusOf()).toBe("rejected");
    },
  },
  {
    id: "N7",
    what: "a delivery is applied over a later page that came from a copy that lagged",
    async happens(row) {
      await row.read(OLD, at(200));
      await row.deliver(APPROVED, at(100));
      expect(await row.statusOf()).toBe("approved");
    },
  },
  {
    id: "N8",
    what: "a delivery that does not call itself newer than a later page is older",
    async happens(row) {
      await row.read({ status: "rejected", own: at(150) }, at(200));
      await row.deliver(APPROVED, at(100));
      await row.deliver({ status: "approved" }, at(120));
      expect(await row.statusOf()).toBe("rejected");
    },
  },
  {
    id: "N9",
    what: "a page that was read before a delivery is older",
    async happens(row) {
      await approved(row);
      expect(await row.read(OLD, at(50))).toMatchObject({ isHeld: false });
      expect(await row.statusOf()).toBe("approved");
    },
  },
  {
    id: "N10",
    what: "a page with a later change is applied",
    async happens(row) {
      await approved(row);
      await row.read({ status: "cancelled", own: at(110) }, at(105));
      expect(await row.statusOf()).toBe("cancelled");
    },
  },
  {
    id: "N11",
    what: "a page that is behind and says the same confirms, and hides no delivery that is on its way",
    async happens(row) {
      await approved(row, { status: "approved", own: at(90) });
      const heard = await row.read({ status: "approved", own: at(90) }, at(300));
      expect(heard).toEqual({ isHeld: false, hasWon: false, isConfirmed: true });
      await row.deliver({ status: "rejected" }, at(200));
      expect(await row.statusOf()).toBe("rejected");
    },
  },
  {
    id: "N12",
    what: "a page that is behind and says something else is not applied now",
    async happens(row) {
      await approved(row);
      const heard = await row.read(OLD, at(300));
      expect(heard).toEqual({ isHeld: true, hasWon: false, isConfirmed: true });
      await row.pass(9);
      expect(await row.read(OLD, at(840))).toMatchObject({ isHeld: true });
      expect(await row.statusOf()).toBe("approved");
    },
  },
  {
    id: "N13",
    what: "it is applied when it says the same ten minutes later, and no delivery from before undoes it",
    async happens(row) {
      await approved(row);
      const untouched = { status: "cancelled", own: at(0) };
      await row.read(untouched, at(300));
      await row.pass(10);
      expect(await row.read(untouched, at(900))).toMatchObject({ isHeld: false, hasWon: true });
      expect(await row.statusOf()).toBe("cancelled");
      await row.deliver({ status: "rejected", own: at(150) }, at(150));
      expect(await row.statusOf()).toBe("cancelled");
      await row.deliver({ status: "pending", own: at(901) }, at(901));
      expect(await row.statusOf()).toBe("pending");
    },
  },
  {
    id: "N14",
    what: "a third thing begins to wait anew",
    async happens(row) {
      await approved(row);
      await row.read(OLD, at(300));
      await row.pass(10);
      expect(await row.read({ status: "rejected", own: at(50) }, at(900))).toMatchObject({
        isHeld: true,
      });
      expect(await row.statusOf()).toBe("approved");
      expect(await row.read(OLD, at(901))).toMatchObject({ isHeld: true });
    },
  },
  {
    id: "N15",
    what: "a page without timestamps is held within ten minutes of a delivery",
    async happens(row) {
      await approved(row);
      expect(await row.read({ status: "pending" }, at(699))).toMatchObject({ isHeld: true });
      expect(await row.statusOf()).toBe("approved");
    },
  },
  {
    id: "N16",
    what: "and applied after that",
    async happens(row) {
      await approved(row);
      await row.read({ status: "cancelled" }, at(700));
      expect(await row.statusOf()).toBe("cancelled");
    },
  },
  {
    id: "N17",
    what: "a moment far in the future that was believed is healed by two readings",
    async happens(row) {
      await row.deliver(
        { status: "approved", own: "2099-01-01T00:00:00Z" },
        "2099-01-01T00:00:00Z",
      );
      await row.deliver({ status: "rejected", own: at(100) }, at(100));
      expect(await row.statusOf()).toBe("approved");
      const truth = { status: "rejected", own: at(100) };
      expect(await row.read(truth, at(200))).toMatchObject({ isHeld: true });
      await row.pass(10);
      expect(await row.read(truth, at(900))).toMatchObject({ hasWon: true });
      await row.deliver({ status: "pending", own: at(1_000) }, at(1_000));
      expect(await row.statusOf()).toBe("pending");
    },
  },
];

describe.each(Object.keys(RESOURCES))("which snapshot is newer, of %s", (name) => {
  let row: MirroredRow | undefined;
  beforeEach(async () => {
    row = RESOURCES[name]?.(await plantConnection());
  });
  test.each(CASES)("$id: $what", async ({ happens }) => {
    if (!row) throw new Error("there is no row");
    await happens(row);
  });
});

test("every case of the rules has a test here", async () => {
  const rules = await readFile("docs/mirror-rules.md", "utf8");
  const ids = [...rules.matchAll(/^\| (N\d+) \|/gm)].map(([, id]) => id);
  expect(CASES.map(({ id }) => id)).toEqual(ids);
});
