import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { endConnectionOf } from "@/testing/ends";
import { takeLease } from "./refresh-lease";
import { storeConnection } from "./store-connection";
import { readTokenRow } from "./token-row";

let eventId: string;

async function connect(): Promise<void> {
  const later = new Date(Date.now() + 3_600_000);
  const installation = {
    accessToken: `rev_install_${randomUUID()}`,
    refreshToken: `rev_refresh_${randomUUID()}`,
    isBearer: true,
    issuedAt: new Date(),
    accessExpiresAt: later,
    refreshExpiresAt: later,
    scopes: ["event.read"],
    eventId,
    organizationId: "org_a",
    userId: undefined,
  };
  const sessionHash = randomUUID();
  await storeConnection(eventId, installation, { sessionHash, oldSessionHash: null });
}

async function readToken() {
  const token = await readTokenRow(eventId, "installation");
  if (!token) throw new Error("there is no token");
  return token;
}

beforeEach(async () => {
  eventId = `evt_${randomUUID()}`;
  await connect();
});

describe("the lease on a token (contract 2.5)", () => {
  test("goes to one of two who read the same row", async () => {
    const token = await readToken();
    const leases = await Promise.all([takeLease(token), takeLease(token)]);
    expect(leases.filter((lease) => lease)).toHaveLength(1);
  });

  test("does not go to somebody who read the token of a connection that was made anew since", async () => {
    const old = await readToken();
    await endConnectionOf(eventId, { cause: "invalid_grant" });
    await connect();
    expect(await takeLease(old)).toBeUndefined();
    const { rows } = await withEventSql(eventId, (sql) =>
      sql.query("SELECT refresh_attempts, lease_holder FROM tokens"),
    );
    expect(rows).toEqual([{ refresh_attempts: 0, lease_holder: null }]);
    expect(await takeLease(await readToken())).toBeDefined();
  });
});
