import type { IncomingMessage } from "node:http";
import { beforeEach, describe, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import type { Change } from "@/lib/live/read-changes";
import { createSession } from "@/lib/members/create-session";
import type { Role } from "@/lib/members/role-view";
import { sessionCookieName } from "@/lib/session-cookie";
import { plantConnection } from "@/testing/plant-connection";
import { plantSeat } from "@/testing/plant-seat";
import { admitMember } from "./admit-member";

let eventId: string;

beforeEach(async () => {
  eventId = await plantConnection();
});

async function audienceOf(role: Role) {
  const { cookie, sessionHash } = await createSession();
  const memberId = await withEventSql(eventId, (sql) =>
    plantSeat(sql, { eventId, sessionHash, role }),
  );
  const request = { headers: { cookie: `${sessionCookieName()}=${cookie}` } } as IncomingMessage;
  return { memberId, audience: await admitMember(request, eventId) };
}

const rated = (...ids: string[]): Change => ({ seq: 1, topic: "ratings", ids });
const OTHER = "5a1e4f00-0000-4000-8000-00000000000f";

describe("that somebody has rated an application", () => {
  test("is told to a reviewer who has rated it, too, and to nobody who has not", async () => {
    const { memberId, audience } = await audienceOf("reviewer");
    expect(audience.hear(rated("ptp_1", OTHER), false)).toBeNull();
    expect(audience.hear(rated("ptp_1", OTHER), true)).toBeNull();
    expect(audience.hear(rated("ptp_1", OTHER, memberId), false)?.ids).toEqual(["ptp_1"]);
    // So many that nobody can name them: how the team reviews has changed.
    expect(audience.hear(rated(), false)?.ids).toEqual([]);
  });

  test.each(["owner", "manager"] as const)("is told to every %s", async (role) => {
    const { audience } = await audienceOf(role);
    expect(audience.hear(rated("ptp_1", OTHER), false)?.ids).toEqual(["ptp_1"]);
  });

  test("is told to reviewers where the team hides nothing", async () => {
    await withEventSql(eventId, (sql) =>
      sql.query(
        `INSERT INTO review_settings (event_id, criteria, average, hide_others, is_blind, per_application)
         VALUES ($1, '[]', 'mean', false, false, 2)`,
        [eventId],
      ),
    );
    const { audience } = await audienceOf("reviewer");
    expect(audience.hear(rated("ptp_1", OTHER), false)?.ids).toEqual(["ptp_1"]);
  });

  test.each(["ratings", "labels", "presence", "notes"] as const)(
    "as %s is none of a viewer's business",
    async (topic) => {
      const { audience } = await audienceOf("viewer");
      expect(audience.hear({ seq: 1, topic, ids: ["ptp_1"] }, false)).toBeNull();
      expect(audience.concerns.topics).not.toContain(topic);
    },
  );

  test("how the team reviews is told to everybody, and each is looked at again", async () => {
    const { audience } = await audienceOf("viewer");
    const change: Change = { seq: 1, topic: "review", ids: [] };
    expect(audience.hear(change, false)).toEqual(change);
    expect(audience.isTouchedBy(change)).toBe(true);
  });
});
