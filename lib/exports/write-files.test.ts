import { csvParseRows } from "d3-dsv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ParticipantRow } from "@/lib/participants/view-participant";
import { readArchive, readSheet } from "@/testing/read-workbook";
import { answerCell } from "./answer-cell";
import { eventClock } from "./event-clock";
import { exportColumns } from "./export-columns";
import type { FileRows } from "./file-rows";
import { writeCsv } from "./write-csv";
import { writeJson } from "./write-json";
import { writeXlsx } from "./xlsx/write-xlsx";

const WAVES = [{ title: "Early", opensAt: null, closesAt: new Date("2026-04-01T00:00:00Z") }];
const AT = new Date("2026-03-01T10:00:00Z");

function person(fields: Record<string, unknown>, name: string | null = "Ana"): ParticipantRow {
  return {
    participant_id: "ptp_1",
    application_id: "app_1",
    role: null,
    status: "pending",
    name,
    email: "ana@Example.org",
    fields,
    submitted_at: AT,
    registered_at: null,
    last_review_action: null,
    last_reviewed_at: null,
    last_reviewer_id: null,
    updated_at: AT,
    changed_at: null,
    version_at: AT,
    source: "sync",
    confirmed_at: AT,
    missing_since: null,
    stale_since: null,
    brought_by_delivery: null,
    brought_by_run: null,
    brought_on_page: null,
  };
}

function rowsOf(names: string[], people: ParticipantRow[]): FileRows {
  return {
    columns: exportColumns(names, WAVES),
    batches: (async function* () {
      if (people.length > 0) yield people;
    })(),
    clock: eventClock("Europe/Zagreb"),
    title: "Applications",
  };
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}
const csvOf = async (names: string[], people: ParticipantRow[]) =>
  (await bytesOf(writeCsv(rowsOf(names, people)))).toString("utf8");
const sheetOf = async (names: string[], people: ParticipantRow[]) =>
  readSheet(await bytesOf(writeXlsx(rowsOf(names, people))));
const jsonOf = async (names: string[], people: ParticipantRow[]): Promise<unknown> =>
  JSON.parse((await bytesOf(writeJson(rowsOf(names, people)))).toString("utf8"));

const SIGNS = ["=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "＝1+1"];
const FORMULAS = [...SIGNS, "\t=1", "\r=1", "\n=1"];
/** A byte order mark, a no-break space, zero-width and direction marks, a joiner, a filler. */
const UNSEEN = ["\uFEFF", "\u00A0", "\u200B", "\u202E", "\u2066", "\u034F", "\u3164", " "];

describe("a comma-separated file", () => {
  test("begins with the mark that tells Excel UTF-8, and ends its lines as RFC 4180 does", async () => {
    const text = await csvOf(["name", "submitted", "wave", "domain"], [person({}, 'Žarko, "Z"')]);
    expect(text).toBe(
      '\uFEFFName,Submitted,Wave,E-mail domain\r\n"Žarko, ""Z""",2026-03-01T11:00:00+01:00,Early,example.org\r\n',
    );
  });

  test.each(FORMULAS)("makes %j harmless, and leaves numbers alone", async (formula) => {
    const text = await csvOf(
      ["name", "answers.a", "answers.b"],
      [person({ a: -5, b: formula }, formula)],
    );
    const line = text.slice(text.indexOf("\r\n") + 2);
    expect(line.replaceAll('"', "").startsWith(`'${formula}`)).toBe(true);
    expect(line.replaceAll('"', "")).toContain(`,-5,'${formula}`);
  });

  test.each(UNSEEN.flatMap((unseen) => SIGNS.map((sign) => `${unseen}${unseen}${sign}`)))(
    "makes %j harmless, which hides its sign",
    async (formula) => {
      const [, [name] = []] = readCsv(await csvOf(["name"], [person({}, formula)]));
      expect(name).toBe(`'${formula}`);
    },
  );

  test("keeps a person in one record, whatever line breaks stand in their answers", async () => {
    const breaks = ["\n", "\r", "\r\n"].map((each) => `before${each}=1+1${each}after`);
    const lone = breaks.map((name) => person({}, name));
    expect(readCsv(await csvOf(["name"], lone)).slice(1)).toEqual(breaks.map((name) => [name]));
    const text = 'I love boats.\n=HYPERLINK("http://evil.example")\rBye\r\n;x\ty';
    const people = Array.from({ length: 6 }, () => person({ [text]: text }, text));
    const csv = await csvOf(["name", `answers.${text}`], people);
    const [head, ...rows] = readCsv(csv);
    expect(head).toHaveLength(2);
    expect(rows).toEqual(people.map(() => [text, text]));
    // Nothing of a text stands at the beginning of a line that is not inside quotes.
    expect(csv.split("\r\n").filter((line) => line.startsWith("="))).toEqual([]);
  });

  test("a heading is harmless, too, whatever a form calls its fields", async () => {
    expect(await csvOf(["answers.=cmd"], [])).toBe("\uFEFF'=cmd\r\n");
  });

  test("says a status in words, also one that is new in Revento; programs get Revento's", async () => {
    const people = ["revision_requested", "wait_listed"].map((status) => ({
      ...person({}),
      ...{ status, last_review_action: "approved" },
    }));
    expect(readCsv(await csvOf(["status", "decision"], people)).slice(1)).toEqual([
      ["Revision requested", "Approved"],
      ["Wait listed", "Approved"],
    ]);
    expect((await sheetOf(["status"], people))[1]?.[0]?.value).toBe("Revision requested");
    expect(await jsonOf(["status"], people)).toEqual([
      { status: "revision_requested" },
      { status: "wait_listed" },
    ]);
  });

  test("no heading stands twice, whatever a form calls its fields", async () => {
    const keys = ["name", "status", "favorite_track", "favorite-track", "Favorite track", "diet"];
    const columns = ["name", "status", ...keys.map((key) => `answers.${key}`)];
    const [head = []] = readCsv(await csvOf(columns, []));
    expect(head).toEqual([
      "Name",
      "Status",
      "Name (name)",
      "Status (status)",
      "Favorite track (favorite_track)",
      "Favorite track (favorite-track)",
      "Favorite track (Favorite track)",
      "Diet",
    ]);
    const odd = ["answers.a (b)", "answers.a_(b)", "answers.A (b)", "answers.A (b) (a (b))"];
    const [second = []] = readCsv(await csvOf(odd, []));
    expect(new Set(second.map((each) => each.toLowerCase())).size).toBe(odd.length);
  });

  test("the items of a list can be taken apart again, whatever separates theirs", () => {
    const item = fc.oneof(fc.string(), fc.constantFrom("Gluten; free", '"', "a\nb", " x", "; "));
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), (items) => {
        const cell = `${answerCell(items)}; `;
        const read = [...cell.matchAll(/"((?:[^"]|"")*)"; |([^;"]*); /gy)];
        expect(read.map(([, quoted, bare = ""]) => quoted?.replaceAll('""', '"') ?? bare)).toEqual(
          items,
        );
      }),
    );
    expect(answerCell(["Vegan, no nuts", "Gluten; free", 'say "a"', " b", 2])).toBe(
      'Vegan, no nuts; "Gluten; free"; "say ""a"""; " b"; 2',
    );
  });

  test("joins lists, says yes and no, and keeps what is nested", async () => {
    const fields = { a: ["x", 2], b: true, c: { d: [1] }, e: null, f: [] };
    const names = ["a", "b", "c", "e", "f", "missing"].map((key) => `answers.${key}`);
    expect(await csvOf(names, [person(fields)])).toContain('\r\nx; 2,true,"{""d"":[1]}",,,\r\n');
  });
});

describe("a workbook", () => {
  test("holds real dates on the event's clock, real numbers, yes and no", async () => {
    const fields = {
      n: 1.5,
      b: false,
      d: "2026-05-12",
      m: "2026-07-01T10:00:00Z",
      no: "2026-02-31",
    };
    const names = ["submitted", ...["n", "b", "d", "m", "no"].map((key) => `answers.${key}`)];
    const [head, row] = await sheetOf(names, [person(fields)]);
    expect(head?.[0]).toEqual({ at: "A1", value: "Submitted (Europe/Zagreb)", style: 1 });
    expect(row).toEqual([
      { at: "A2", value: 46_082 + 11 / 24, style: 2 },
      { at: "B2", value: 1.5, style: 0 },
      { at: "C2", value: false, style: 0 },
      { at: "D2", value: 46_154, style: 3 },
      { at: "E2", value: 46_204.5, style: 2 },
      { at: "F2", value: "2026-02-31", style: 0 },
    ]);
  });

  test.each([...FORMULAS, "1e5", "0049", "TRUE", "0001-01-01", "9999-12-31T23:59:59Z"])(
    "keeps the text %j a text, or a date that Excel knows",
    async (text) => {
      const [, row] = await sheetOf(["answers.a"], [person({ a: text })]);
      const shown = text.replaceAll("\r", "\n");
      if (text.startsWith("9999")) expect(row?.[0]?.value).toBe("9999-12-31T23:59:59Z");
      else expect(row?.[0]).toEqual({ at: "A2", value: shown, style: 0 });
    },
  );

  test("cuts what no cell has room for, with a mark, and never through a letter", async () => {
    const [, row] = await sheetOf(["name"], [person({}, `a${"😀".repeat(20_000)}`)]);
    const value = String(row?.[0]?.value);
    expect(value.length).toBeLessThanOrEqual(32_767);
    expect(value.endsWith("😀…")).toBe(true);
    expect(value.isWellFormed()).toBe(true);
  });

  test("has a heading that is bold and stays, and nothing that runs", async () => {
    const files = readArchive(await bytesOf(writeXlsx(rowsOf(["name"], []))));
    expect([...files.keys()].sort()).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
    ]);
    const sheet = files.get("xl/worksheets/sheet1.xml")?.toString();
    expect(sheet).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    );
    expect(sheet).not.toContain("<f");
  });

  test("names columns beyond the alphabet", async () => {
    const names = Array.from({ length: 30 }, (_, at) => `answers.q${at}`);
    const [head] = await sheetOf(names, []);
    expect(head?.map(({ at }) => at).slice(24)).toEqual(["Y1", "Z1", "AA1", "AB1", "AC1", "AD1"]);
  });
});

describe("a JSON file", () => {
  test("has the columns by their names, with raw values", async () => {
    const fields = { a: ["x"], n: -1, __proto__: 1 };
    expect(
      await jsonOf(["name", "answers.a", "answers.n", "submitted", "role"], [person(fields)]),
    ).toEqual([
      { name: "Ana", "answers.a": ["x"], "answers.n": -1, submitted: AT.toISOString(), role: null },
    ]);
    expect(await jsonOf(["name"], [])).toEqual([]);
  });
});

test("whatever people write comes back from a comma-separated file, to a reader that is not ours", async () => {
  const sign = fc.constantFrom(..."\n\r\0\",;\t'=+-@", "\r\n", ...UNSEEN);
  const text = fc
    .array(fc.oneof(sign, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 8 })
    .map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), text, async (said, field) => {
      const people = said.map((name) => person({ [field]: name }, name));
      const rows = readCsv(await csvOf(["status", "name", `answers.${field}`], people)).slice(1);
      const shown = said.map((each) => asShown(each));
      expect(rows).toEqual(shown.map((each) => ["Pending", each, each]));
    }),
    { numRuns: 500 },
  );
});

/** An apostrophe stands before what begins with a sign, once everything unseen is taken away. */
function asShown(text: string): string {
  const seen = [...text].find((each) => !/[\p{Z}\p{C}\p{M}\p{DI}]/u.test(each)) ?? "";
  return "=+-@＝＋－＠".includes(seen || "x") || "\t\r\n".includes(text[0] ?? "x")
    ? `'${text}`
    : text;
}

/** Like most readers, this one takes a bare LF or CR for the end of a record, too. */
function readCsv(text: string): string[][] {
  return csvParseRows(text.replace(/^\uFEFF/, ""));
}

test("whatever people write comes back as they wrote it, in every format", async () => {
  const text = fc.string({ unit: "binary", maxLength: 40 }).filter((each) => !each.includes("\0"));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (said) => {
      const people = said.map((name) => person({}, name));
      expect(await jsonOf(["name"], people)).toEqual(said.map((name) => ({ name })));
      const [, ...rows] = await sheetOf(["participant", "name"], people);
      const lines = (each: string) => each.replaceAll(/\r\n?/g, "\n");
      expect(rows.map((cells) => cells[1]?.value ?? "")).toEqual(
        said.map((each) => (isTime(each) ? expect.anything() : lines(each))),
      );
    }),
  );
});

const isTime = (text: string) => /^\d{4}-\d{2}-\d{2}/.test(text);
