import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { INSTALLATION_SCOPE } from "../testing/oauth-client";
import { INTEGRATION_ID, openRevento, type Revento } from "../testing/open-revento";

type Page = { data: Record<string, unknown>[]; next_cursor: string | null; has_more: boolean };

const REQUEST_ID = "0b8f6a52-6d0e-4f0a-9b5e-0c3d5a1f7e21";
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

let revento: Revento;
let harbor: string;
let summit: string;
let participant: string;

beforeAll(async () => {
  revento = await openRevento();
  await revento.freeze();
  harbor = (await revento.connect("evt_harbor")).access_token;
  summit = (await revento.connect("evt_summit")).access_token;
  participant = (await revento.signIn("evt_harbor", "usr_p_harbor_1")).access_token;
});
beforeEach(() => revento.advance(60_000));
afterAll(() => revento.close());

async function readList(token: string, path: string): Promise<Page> {
  return (await revento.api(token, path)).body as Page;
}

/** Reads a list to its end, waiting out the minute's budget by moving the clock. */
async function readAll(token: string, path: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (let query = "?limit=50"; ; ) {
    const answer = await revento.api(token, path + query);
    if (answer.status === 429) {
      await revento.advance(Number(answer.headers.get("retry-after")) * 1000);
      continue;
    }
    const page = answer.body as Page;
    rows.push(...page.data);
    if (!page.has_more) return rows;
    query = `?limit=50&cursor=${page.next_cursor}`;
  }
}

describe("who may read what", () => {
  test("1.3 a token of one event cannot read another, even of the same organization", async () => {
    for (const path of ["/events/evt_summit", "/events/evt_nowhere/participants"]) {
      const answer = await revento.api(harbor, path);
      expect([answer.status, answer.body.error]).toEqual([403, "event_not_authorized"]);
    }
    expect((await revento.api(summit, "/events/evt_summit")).status).toBe(200);
  });

  test("2.3 an installation token is nobody's, a user token reads no event", async () => {
    const me = await revento.api(harbor, "/me/profile");
    expect([me.status, me.body.error]).toEqual([403, "user_token_required"]);
    const event = await revento.api(participant, "/events/evt_harbor");
    expect([event.status, event.body.error]).toEqual([403, "installation_token_required"]);
  });

  test("1.5 nothing can be written", async () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await fetch(`${revento.url()}/api/v1/events/evt_harbor`, {
        method,
        headers: {
          authorization: `Bearer ${harbor}`,
          accept: "application/vnd.revento.v1+json",
          "x-revento-request-id": REQUEST_ID,
        },
      });
      expect([method, answer.status]).toEqual([method, 404]);
    }
  });
});

describe("headers and errors", () => {
  test("4 the request id is echoed, and errors repeat it", async () => {
    const headers = { "x-revento-request-id": REQUEST_ID };
    const good = await revento.api(harbor, "/events/evt_harbor", headers);
    expect(good.headers.get("x-revento-request-id")).toBe(REQUEST_ID);
    const bad = await revento.api("rev_install_x", "/events/evt_harbor", headers);
    expect(bad.headers.get("x-revento-request-id")).toBe(REQUEST_ID);
    expect(bad.body.request_id).toBe(REQUEST_ID);
  });

  test("4 a request without the version or without a request id is refused", async () => {
    const plain = await revento.api(harbor, "/events/evt_harbor", { accept: "application/json" });
    expect([plain.status, plain.body.error]).toEqual([400, "invalid_request"]);
    const anonymous = await revento.api(harbor, "/events/evt_harbor", {
      "x-revento-request-id": "7",
    });
    expect([anonymous.status, anonymous.body.error]).toEqual([400, "invalid_request"]);
  });

  test("4.2 and 4.3 an error is a code, a message and the request id", async () => {
    const answer = await revento.api(harbor, "/events/evt_harbor/nothing");
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({
      error: "not_found",
      message: expect.any(String),
      request_id: expect.any(String),
    });
  });
});

describe("lists", () => {
  test("4.1 a page has 25 rows, at most 50, and has_more decides", async () => {
    const first = await readList(summit, "/events/evt_summit/participants");
    expect(first.data).toHaveLength(25);
    expect([first.has_more, typeof first.next_cursor]).toEqual([true, "string"]);
    expect((await readList(summit, "/events/evt_summit/participants?limit=50")).data).toHaveLength(
      50,
    );
    const small = await readList(harbor, "/events/evt_harbor/participants?limit=50");
    expect([small.data.length, small.has_more, small.next_cursor]).toEqual([43, false, null]);
  });

  test.each(["limit=51", "limit=0", "limit=ten", "cursor=nonsense"])(
    "4.1 %s is refused",
    async (query) => {
      const answer = await revento.api(harbor, `/events/evt_harbor/participants?${query}`);
      expect([answer.status, answer.body.error]).toEqual([400, "invalid_request"]);
    },
  );

  test("4.1 a cursor of another list or event is refused", async () => {
    const { next_cursor: cursor } = await readList(summit, "/events/evt_summit/participants");
    const foreign = await revento.api(harbor, `/events/evt_harbor/participants?cursor=${cursor}`);
    expect(foreign.status).toBe(400);
    const list = await revento.api(summit, `/events/evt_summit/activities?cursor=${cursor}`);
    expect(list.status).toBe(400);
  });

  test("4.1 pages neither skip nor repeat a row while people go on applying", async () => {
    const seen: unknown[] = [];
    let query = "?limit=20";
    for (let more = true; more; ) {
      const page = await readList(harbor, `/events/evt_harbor/participants${query}`);
      seen.push(...page.data.map((row) => row.id));
      if (seen.length < 50) {
        await revento.act("add_applications", { event_id: "evt_harbor", count: 4 });
      }
      query = `?limit=20&cursor=${page.next_cursor}`;
      more = page.has_more;
    }
    const truth = await revento.control<Page>("GET", "participants?event_id=evt_harbor");
    expect(seen).toEqual(truth.data.map((row) => row.id));
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe("resources", () => {
  test("4.4 times end in _at and are ISO 8601 UTC; enum values start with a letter", async () => {
    const event = (await revento.api(summit, "/events/evt_summit")).body;
    for (const [name, value] of Object.entries(event)) {
      if (name.endsWith("_at")) expect(value).toMatch(ISO);
    }
    expect(event.min_age).toBe("age_18_plus");
  });

  test("4.5 a participant carries the application, its review and the event's own fields", async () => {
    const rows = await readAll(summit, "/events/evt_summit/participants");
    const statuses = new Set(rows.map((row) => row.application_status));
    expect(statuses).toEqual(
      new Set(["pending", "approved", "rejected", "revision_requested", "cancelled", null]),
    );
    const approved = rows.find((row) => row.application_status === "approved");
    expect(approved).toMatchObject({
      id: expect.stringMatching(/^ptp_/),
      user_id: expect.stringMatching(/^usr_/),
      application_id: expect.stringMatching(/^app_/),
      role: "participant",
      custom_form_fields: expect.any(Object),
      submitted_at: expect.stringMatching(ISO),
      last_review_action: "approved",
      last_reviewed_at: expect.stringMatching(ISO),
      last_reviewer_id: "usr_ana",
      display_name: expect.any(String),
      email: expect.any(String),
      updated_at: expect.stringMatching(ISO),
    });
  });

  test("4.6 an event names its organization, dates, status, age and timezone", async () => {
    expect((await revento.api(harbor, "/events/evt_harbor")).body).toMatchObject({
      id: "evt_harbor",
      organization_id: "org_lumen",
      title: "Harbor Sample Convention 2026",
      publish_status: "published",
      min_age: "age_all",
      timezone: "Europe/Zagreb",
    });
  });

  test("4.7 and 9 the program is days × threads × 8 to 12 activities in floors of buildings", async () => {
    const days = await readAll(summit, "/events/evt_summit/program");
    const threads = await readAll(summit, "/events/evt_summit/threads");
    const activities = await readAll(summit, "/events/evt_summit/activities");
    const locations = await readAll(summit, "/events/evt_summit/locations");
    const waves = await readAll(summit, "/events/evt_summit/registration-waves");
    expect([days.length, threads.length]).toEqual([3, 3]);
    for (const day of days) {
      for (const thread of threads) {
        const slot = activities.filter(
          (one) => one.day_id === day.id && one.thread_id === thread.id,
        );
        expect(slot.length).toBeGreaterThanOrEqual(8);
        expect(slot.length).toBeLessThanOrEqual(12);
      }
    }
    expect(new Set(locations.map((one) => one.kind))).toEqual(
      new Set(["venue", "building", "floor"]),
    );
    expect(waves.map((wave) => wave.state)).toEqual(["closed", "open", "upcoming"]);
  });

  test("4.8 a participant reads their own profile and the application of the token's event", async () => {
    const profile = (await revento.api(participant, "/me/profile")).body;
    expect(profile).toEqual({
      id: "usr_p_harbor_1",
      name: expect.any(String),
      email: "p1@harbor.example",
    });
    expect((await revento.api(participant, "/me/application")).body).toMatchObject({
      id: "app_harbor_1",
      participant_id: "ptp_harbor_1",
      event_id: "evt_harbor",
    });
  });

  test("4 the developer lists every connection with the client's own credentials", async () => {
    const read = (credentials: string, id = INTEGRATION_ID) =>
      revento.api("", `/developer/integrations/${id}/installations`, {
        authorization: `Basic ${Buffer.from(credentials).toString("base64")}`,
      });
    const { body } = await read("client_test:client-secret-of-the-tests");
    expect((body as Page).data).toEqual(
      ["evt_harbor", "evt_summit"].map((id) => ({
        event_id: id,
        organization_id: "org_lumen",
        status: "active",
        connected_at: expect.stringMatching(ISO),
        scope: INSTALLATION_SCOPE,
      })),
    );
    expect((await read("client_test:wrong")).status).toBe(401);
    expect((await read("client_test:client-secret-of-the-tests", "int_other")).status).toBe(404);
  });
});
