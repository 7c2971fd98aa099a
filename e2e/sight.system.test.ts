import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SightLevel } from "@/lib/members/sight-view";
import { connectByHttp } from "@/testing/connect-by-http";
import { EVENT_ROUTES } from "@/testing/event-routes";
import { EVENT_WRITES } from "@/testing/event-writes";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";
import { freshFoyer } from "@/testing/fresh-foyer";
import { plantForWrites } from "@/testing/plant-for-writes";
import { secondMember } from "@/testing/second-member";
import { untilSynced } from "@/testing/until-synced";

const EVENT = "evt_harbor";
const WHO = "ptp_harbor_1";
/** Where they are hidden, no answer holds one of these words; each stands in several places of the database. */
const MARKERS = { email: "hiddenmailmarker", answer: "hiddenanswermarker", key: "hiddenkeymarker" };
const NAME = "hiddennamemarker";
/** Whoever reviews blindly: in an event of their own, because it is said for all reviewers of an event. */
type Eyes = SightLevel | "blind";

let foyer: FoyerUnderTest;
const cookies = {} as Record<Eyes, string>;

beforeAll(async () => {
  foyer = await freshFoyer();
  await connectByHttp(foyer, EVENT, "usr_ana");
  await untilSynced(foyer, EVENT);
  await plantForWrites(foyer.database, EVENT);
  const { email, answer, key } = MARKERS;
  const fields = JSON.stringify({ [key]: answer, shirt: `${answer} M` });
  await foyer.database.query(
    `UPDATE participants SET name = $5, email = $3, fields = fields || $4::jsonb
     WHERE event_id = $1 AND participant_id = $2`,
    [EVENT, WHO, `${email}@${email}.example`, fields, `Nora ${NAME}`],
  );
  const changes = {
    email: ["", `${email}@example.org`],
    fields: [{ [key]: "" }, { [key]: answer }],
    name: ["", `Before ${NAME}`],
  };
  const at = new Date();
  const { rows } = await foyer.database.query<{ id: string }>(
    "SELECT id FROM sync_runs WHERE event_id = $1 LIMIT 1",
    [EVENT],
  );
  await foyer.database.query(
    `INSERT INTO participant_history (event_id, participant_id, occurred_at, recorded_at, kind, changes)
     VALUES ($1, $2, $3, $3, 'reconcile', $4)`,
    [EVENT, WHO, at, changes],
  );
  await foyer.database.query(
    "INSERT INTO drifts (event_id, run_id, participant_id, cause, at) VALUES ($1, $2, $3, 'missed', $4)",
    [EVENT, rows[0]?.id, WHO, at],
  );
  for (const [name, address] of [
    ["By mail", `f=email:contains:${email}`],
    ["By answer", `f=answers.${key}:is:${answer}`],
    ["By search", `q=${NAME}`],
    ["Columns", `columns=name,answers.${key}`],
  ]) {
    await foyer.database.query(
      `INSERT INTO saved_views (event_id, id, list, name, address, created_by)
       VALUES ($1, gen_random_uuid(), 'applications', $2, $3, gen_random_uuid())`,
      [EVENT, name, address],
    );
  }
  for (const [level, role] of [
    ["names", "viewer"],
    ["answers", "reviewer"],
    ["everything", "manager"],
  ] as const) {
    const { name, value } = await secondMember(foyer, EVENT, role);
    cookies[level] = `${name}=${value}`;
  }
});

afterAll(() => foyer?.close());

type Asked = { method?: string; body?: object };

async function ask(
  level: Eyes,
  path: string,
  { method = "GET", body }: Asked = {},
): Promise<{ status: number; text: string }> {
  const stop = new AbortController();
  const answer = await fetch(foyer.appUrl + path.replace("EVENT", EVENT), {
    method,
    redirect: "manual",
    signal: stop.signal,
    headers: {
      cookie: cookies[level],
      origin: foyer.appUrl,
      ...(body ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (answer.headers.get("content-type")?.startsWith("text/event-stream")) {
    const read = await answer.body?.getReader().read();
    stop.abort();
    return { status: answer.status, text: new TextDecoder().decode(read?.value) };
  }
  return { status: answer.status, text: await answer.text() };
}

const AT = "/api/events/EVENT";
/** Every route of the event, and the questions that come nearest to what is hidden. */
const PATHS = [
  ...Object.values(EVENT_ROUTES),
  `${AT}/applications?q=harbor`,
  `${AT}/applications?limit=100&columns=email`,
  `${AT}/applications?offset=1`,
  `${AT}/participants?limit=100`,
  `${AT}/applications/${WHO}`,
  `${AT}/batch?of=applications&of=participants&of=overview`,
  `${AT}/corrections?limit=100`,
  `${AT}/feed?limit=100`,
  "/events/EVENT/applications?selected=ptp_harbor_1",
  "/events/EVENT/applications?selected=ptp_harbor_1&reading=true",
  "/events/EVENT/participants",
  "/events/EVENT/corrections",
  "/events/EVENT",
];
/** What tells something of e-mail addresses, and of answers, by which rows it finds or how it orders them. */
const OF_EMAIL = [
  `${AT}/applications?f=email:contains:a`,
  `${AT}/applications?f=domain:is:example.org`,
  `${AT}/applications?f=duplicates:is:email`,
  `${AT}/applications?sort=email`,
  `${AT}/applications?sort=name,-email`,
  `${AT}/applications/counts?facet=domain`,
  `${AT}/applications/counts?facet=status&f=email:contains:a`,
  `${AT}/applications/${WHO}/place?list=applications&sort=email`,
];
const OF_ANSWERS = [
  `${AT}/applications?f=answers.${MARKERS.key}:is:x`,
  `${AT}/applications?sort=-answers.${MARKERS.key}`,
  `${AT}/applications/counts?facet=answers.${MARKERS.key}`,
  `${AT}/applications/${WHO}/place?list=applications&f=answers.${MARKERS.key}:answered`,
];
const SECRET_ANSWERS = [
  `${AT}/applications/${WHO}/answer?key=${MARKERS.key}`,
  `${AT}/insights?field=${MARKERS.key}`,
];
const FILES = EVENT_WRITES.filter(({ file }) => /\/(exports|emails|matches)\/route/.test(file));

describe("whoever sees everything", () => {
  test("finds every marker somewhere, so that looking for them elsewhere says something", async () => {
    const texts = await Promise.all(PATHS.map((path) => ask("everything", path)));
    const all = texts.map(({ text }) => text).join();
    for (const marker of [...Object.values(MARKERS), NAME]) expect(all).toContain(marker);
    for (const path of [...OF_EMAIL, ...OF_ANSWERS, ...OF_NAME, ...SEARCHES]) {
      expect((await ask("everything", path)).status, path).toBe(200);
    }
  });
});

const HIDDEN: [SightLevel, string[]][] = [
  ["names", Object.values(MARKERS)],
  ["answers", [MARKERS.email]],
];

describe.each(HIDDEN)("whoever sees %s", (level, markers) => {
  test.each(PATHS)("finds nothing hidden at %s", async (path) => {
    const { status, text } = await ask(level, path);
    expect(status).toBeLessThan(500);
    for (const marker of markers) expect(text.toLowerCase()).not.toContain(marker);
  });

  test("is refused what hidden fields would order, filter or count", async () => {
    const refused = level === "names" ? [...OF_EMAIL, ...OF_ANSWERS] : OF_EMAIL;
    for (const path of refused) {
      const { status, text } = await ask(level, path);
      expect(status, path).toBe(400);
      expect(text).toMatch(/email|domain|duplicates|answers\./);
    }
    const open = level === "names" ? [] : OF_ANSWERS;
    for (const path of open) expect((await ask(level, path)).status, path).toBe(200);
    for (const path of SECRET_ANSWERS) {
      expect((await ask(level, path)).status, path).toBe(level === "names" ? 403 : 200);
    }
  });

  test("gets no file, no addresses, and finds nobody by theirs", async () => {
    for (const { method, path, body } of FILES) {
      expect((await ask(level, path, { method, ...(body ? { body } : {}) })).status, path).toBe(
        403,
      );
    }
  });

  test("finds people by what is seen of them alone", async () => {
    const found = async (q: string) => {
      const { text } = await ask(level, `${AT}/applications?q=${encodeURIComponent(q)}`);
      return (JSON.parse(text) as { total: number; rows: unknown[] }).rows.length;
    };
    expect(await found(MARKERS.email)).toBe(0);
    expect(await found(MARKERS.answer)).toBe(level === "names" ? 0 : 1);
    const { rows } = await foyer.database.query<{ name: string }>(
      "SELECT name FROM participants WHERE event_id = $1 AND participant_id = $2",
      [EVENT, WHO],
    );
    expect(await found(rows[0]?.name ?? "")).toBeGreaterThan(0);
    expect(await found(`${rows[0]?.name} ${MARKERS.email}`)).toBe(0);
  });

  test("opens a link that asks for hidden fields without them", async () => {
    const { status, text } = await ask(
      level,
      "/events/EVENT/applications?sort=email&status=pending",
    );
    expect(status).toBe(200);
    expect(text).toContain("Left out of this address");
  });
});

const OF_NAME = [
  `${AT}/applications?f=name:contains:a`,
  `${AT}/applications?f=duplicates:is:name`,
  `${AT}/applications?sort=-name`,
  `${AT}/participants?sort=status,name`,
  `${AT}/applications/counts?facet=duplicates`,
  `${AT}/applications/${WHO}/place?list=participants&sort=name`,
];
const SEARCHES = [
  `${AT}/applications?q=harbor`,
  `${AT}/participants/counts?facet=status&q=a`,
  `${AT}/applications/${WHO}/place?list=applications&q=a`,
];

describe("whoever reviews blindly", () => {
  const markers = [...Object.values(MARKERS), NAME];

  beforeAll(async () => {
    cookies.blind = cookies.answers;
    await foyer.database.query(
      `INSERT INTO role_levels (event_id, role, level) VALUES ($1, 'reviewer', 'everything')
       ON CONFLICT (event_id, role) DO UPDATE SET level = excluded.level`,
      [EVENT],
    );
    await foyer.database.query(
      `INSERT INTO review_settings (event_id, criteria, average, hide_others, is_blind, blind_fields, per_application)
       VALUES ($1, '[]', 'mean', true, true, $2, 2)`,
      [EVENT, [MARKERS.key, "shirt"]],
    );
  });
  afterAll(() => foyer.database.query("DELETE FROM review_settings WHERE event_id = $1", [EVENT]));

  test.each([...PATHS, ...SEARCHES])(
    "finds nobody's name, nor what is hidden, at %s",
    async (path) => {
      const { status, text } = await ask("blind", path);
      expect(status).toBeLessThan(500);
      for (const marker of markers) expect(text.toLowerCase()).not.toContain(marker);
    },
  );

  test("is refused what hidden fields would find, order, filter or count", async () => {
    for (const path of [...OF_EMAIL, ...OF_ANSWERS, ...OF_NAME, ...SEARCHES]) {
      expect((await ask("blind", path)).status, path).toBe(400);
    }
    for (const path of SECRET_ANSWERS) expect((await ask("blind", path)).status, path).toBe(403);
    expect((await ask("everything", `${AT}/applications?q=${NAME}`)).status).toBe(200);
  });

  test("gets no file and no addresses", async () => {
    for (const { method, path, body } of FILES) {
      const asked = { method, ...(body ? { body } : {}) };
      expect((await ask("blind", path, asked)).status, path).toBe(403);
    }
  });

  test("has no order that names give, and is not sent to where they stand", async () => {
    const people = async (eyes: Eyes) => {
      const { text } = await ask(eyes, `${AT}/participants?limit=100`);
      return (JSON.parse(text) as { rows: { participantId: string; submittedAt: string }[] }).rows;
    };
    const order = (rows: { participantId: string }[]) => rows.map((row) => row.participantId);
    const blind = await people("blind");
    const bySubmission = await ask("blind", `${AT}/participants?limit=100&sort=-submitted`);
    expect(order(blind)).toEqual(order(JSON.parse(bySubmission.text).rows));
    expect(order(blind)).not.toEqual(order(await people("everything")));
    const { text } = await ask("blind", `${AT}/applications/${WHO}`);
    expect(JSON.parse(text)).toMatchObject({ name: null, email: null, reventoUrl: null });
  });

  test("opens a link that asks for what is hidden without it", async () => {
    const hidden = [
      `q=${NAME}`,
      `f=answers.${MARKERS.key}:is:x`,
      `sort=-answers.shirt`,
      "sort=name",
    ];
    for (const asked of hidden) {
      const { status, text } = await ask("blind", `/events/EVENT/applications?${asked}`);
      expect(status, asked).toBe(200);
      expect(text, asked).toContain("Left out of this address");
    }
    const seen = await ask("blind", "/events/EVENT/applications?f=answers.favorite_track:answered");
    expect(seen.status).toBe(200);
    expect(seen.text).not.toContain("Left out of this address");
  });

  test("sees the names again once the team does not review blindly any more", async () => {
    const set = (isBlind: boolean) =>
      foyer.database.query("UPDATE review_settings SET is_blind = $2 WHERE event_id = $1", [
        EVENT,
        isBlind,
      ]);
    await set(false);
    expect((await ask("blind", `${AT}/applications/${WHO}`)).text).toContain(NAME);
    await set(true);
    expect((await ask("blind", `${AT}/applications/${WHO}`)).text).not.toContain(NAME);
  });
});

test("an owner who opens a role's eyes does so from the next request on", async () => {
  const { database } = foyer;
  const level = (value: string) =>
    database.query(
      `INSERT INTO role_levels (event_id, role, level) VALUES ($1, 'viewer', $2)
       ON CONFLICT (event_id, role) DO UPDATE SET level = excluded.level`,
      [EVENT, value],
    );
  await level("everything");
  expect((await ask("names", `${AT}/applications/${WHO}`)).text).toContain(MARKERS.email);
  await level("names");
  expect((await ask("names", `${AT}/applications/${WHO}`)).text).not.toContain(MARKERS.email);
});
