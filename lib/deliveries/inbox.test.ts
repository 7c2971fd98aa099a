import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { Inbox, InboxBusy, type InboxLimits, UnstorableDelivery } from "./inbox";
import type { NewDelivery } from "./store-deliveries";

function row(name = "", bytes = 10): NewDelivery {
  return {
    eventId: "evt_a",
    deliveryId: randomUUID(),
    signedAt: new Date(),
    signature: Buffer.alloc(32),
    type: "participant.registered",
    envelopeId: name,
    occurredAt: new Date(),
    body: Buffer.alloc(bytes),
  };
}

/** A store whose commits end when the test says so. */
function heldInbox(limits: Partial<InboxLimits> = {}) {
  const commits: { rows: readonly NewDelivery[]; end: (error?: Error) => void }[] = [];
  const inbox = new Inbox((rows) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    commits.push({ rows, end: (error) => (error ? reject(error) : resolve()) });
    return promise;
  }, limits);
  return { inbox, commits };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
const sqlError = (code: string) => Object.assign(new Error("refused"), { code });

describe("group commit", () => {
  test("what arrives while a commit runs goes into the next one", async () => {
    const { inbox, commits } = heldInbox();
    const first = inbox.add(row());
    await turn();
    const later = [inbox.add(row()), inbox.add(row()), inbox.add(row())];
    await turn();
    expect(commits.map(({ rows }) => rows.length)).toEqual([1]);
    commits[0]?.end();
    await first;
    await turn();
    expect(commits.map(({ rows }) => rows.length)).toEqual([1, 3]);
    commits[1]?.end();
    await Promise.all(later);
  });

  test("nobody is told before the commit has ended", async () => {
    const { inbox, commits } = heldInbox();
    let told = false;
    const stored = inbox.add(row()).then(() => {
      told = true;
    });
    await turn();
    expect(told).toBe(false);
    commits[0]?.end();
    await stored;
  });

  test("a commit takes so many rows and so many bytes, and a single larger row", async () => {
    const { inbox, commits } = heldInbox({ batchRows: 3, batchBytes: 100 });
    const all = [10, 10, 10, 10, 95, 300, 10].map((bytes) => inbox.add(row("", bytes)));
    for (let at = 0; at < 5; at += 1) {
      await turn();
      commits[at]?.end();
    }
    await Promise.all(all);
    expect(commits.map(({ rows }) => rows.length)).toEqual([3, 1, 1, 1, 1]);
  });

  test("a full queue refuses, and takes again once it has room", async () => {
    const { inbox, commits } = heldInbox({ queueRows: 2, queueBytes: 1_000 });
    const first = inbox.add(row());
    await turn();
    const waiting = [inbox.add(row()), inbox.add(row())];
    await expect(inbox.add(row())).rejects.toThrow(InboxBusy);
    commits[0]?.end();
    await first;
    await turn();
    await expect(inbox.add(row("", 1_001))).rejects.toThrow(InboxBusy);
    const another = inbox.add(row("", 900));
    commits[1]?.end();
    await Promise.all(waiting);
    await turn();
    commits[2]?.end();
    await another;
  });
});

describe("a commit that fails", () => {
  test("for one row's sake is repeated row by row, and the others are stored", async () => {
    const stored: string[] = [];
    const inbox = new Inbox(async (rows) => {
      if (rows.some((one) => one.envelopeId === "bad")) throw sqlError("22021");
      stored.push(...rows.map((one) => one.envelopeId));
    });
    const answers = await Promise.allSettled(["a", "bad", "b"].map((name) => inbox.add(row(name))));
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(answers[1]).toMatchObject({ reason: expect.any(UnstorableDelivery) });
    expect(stored).toEqual(["a", "b"]);
  });

  test("for the database's sake sends everybody away at once, and the next one is tried", async () => {
    let calls = 0;
    const inbox = new Inbox(async () => {
      calls += 1;
      if (calls === 1) throw sqlError("57P01");
    });
    const answers = await Promise.allSettled([inbox.add(row()), inbox.add(row())]);
    expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(answers[0]).toMatchObject({ reason: expect.any(InboxBusy) });
    expect(calls).toBe(1);
    await inbox.add(row());
  });

  test("that never ends does not hold up the next", async () => {
    const { inbox, commits } = heldInbox({ patienceMs: 20 });
    await expect(inbox.add(row())).rejects.toThrow(InboxBusy);
    const next = inbox.add(row());
    await turn();
    commits[1]?.end();
    await next;
  });

  test("sends away whoever waited too long behind slow ones, in time for Revento", async () => {
    const { inbox, commits } = heldInbox({ patienceMs: 50, batchRows: 1 });
    const first = inbox.add(row());
    const second = inbox.add(row());
    const third = inbox.add(row());
    const refused = expect(third).rejects.toThrow(InboxBusy);
    await turn();
    await new Promise((resolve) => setTimeout(resolve, 30));
    commits[0]?.end();
    await first;
    await new Promise((resolve) => setTimeout(resolve, 30));
    commits[1]?.end();
    await second;
    await refused;
    expect(commits).toHaveLength(2);
  });
});
