import { type Answer, type Findings, type Row, rowOf } from "./ask-revento";

/** `unseen`: what was read has nothing that would tell. */
export type Verdict = { state: "holds" | "fails" | "unseen"; detail?: string };

/** An assumption of docs/revento.md that reading can check. */
export type Assumption = {
  id: string;
  says: string;
  check: (findings: Findings) => Verdict;
};

const HOLDS: Verdict = { state: "holds" };
const UNSEEN: Verdict = { state: "unseen" };
const STATUSES = ["pending", "approved", "rejected", "revision_requested", "cancelled"];
const PUBLISH_STATUSES = ["published", "unpublished", "archived"];
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const CLOCKS_DIFFER_BY_MS = 60_000;

export const ASSUMPTIONS: readonly Assumption[] = [
  {
    id: "A1",
    says: "the event says how many participants it has",
    check: ({ event }) => {
      const count = rowOf(event.json).participant_count;
      return typeof count === "number" ? HOLDS : failed(`participant_count is ${spell(count)}`);
    },
  },
  {
    id: "A2",
    says: "participants, activities and the event have their updated_at",
    check: ({ event, lists }) =>
      every(
        [rowOf(event.json), ...lists.participants, ...lists.activities],
        "updated_at",
        isMoment,
      ),
  },
  {
    id: "A3",
    says: "participants have a name and an e-mail address",
    check: ({ lists }) =>
      worst(
        every(lists.participants, "display_name", isText),
        every(lists.participants, "email", isText),
      ),
  },
  {
    id: "A4",
    says: "the answers of a form are an object",
    check: ({ lists }) =>
      every(lists.participants, "custom_form_fields", (value) => value === null || isObject(value)),
  },
  {
    id: "A5",
    says: "moments are ISO 8601 with a zone, in fields that end in _at",
    check: (findings) => {
      const odd = rowsIn(findings).flatMap((row) =>
        Object.entries(row).filter(
          ([field, value]) => field.endsWith("_at") && value !== null && !isMoment(value),
        ),
      );
      return odd.length === 0 ? HOLDS : failed(`${odd[0]?.[0]} is ${spell(odd[0]?.[1])}`);
    },
  },
  {
    id: "A6",
    says: "a list says has_more, and where the next page begins",
    check: ({ pages }) => {
      const bad = pages
        .map(({ json }) => rowOf(json))
        .find((page) => typeof page.has_more !== "boolean" || (page.has_more && !page.next_cursor));
      return bad
        ? failed(`has_more ${spell(bad.has_more)}, next_cursor ${spell(bad.next_cursor)}`)
        : HOLDS;
    },
  },
  {
    id: "A7",
    says: "statuses are words that the contract has",
    check: ({ event, lists }) =>
      worst(
        every(
          lists.participants,
          "application_status",
          (word) => word === null || STATUSES.includes(String(word)),
        ),
        every([rowOf(event.json)], "publish_status", (word) =>
          PUBLISH_STATUSES.includes(String(word)),
        ),
      ),
  },
  {
    id: "A8",
    says: "the Date header is the clock of the data, and near ours",
    check: ({ event }) => {
      const at = Date.parse(event.date ?? "");
      if (Number.isNaN(at)) return failed(`Date is ${spell(event.date)}`);
      const off = Math.abs(Date.now() - at);
      return off < CLOCKS_DIFFER_BY_MS ? HOLDS : failed(`it is ${Math.round(off / 1_000)} s off`);
    },
  },
  {
    id: "A9",
    says: "answers say how many calls are left",
    check: ({ event }) => (event.limit ? HOLDS : failed("there is no X-RateLimit-Limit")),
  },
  {
    id: "A10",
    says: "an error has its code under the name error",
    check: ({ refusal }) => {
      const { error } = rowOf(refusal.json);
      if (refusal.status < 400) return failed("a token of an installation may read /me/profile");
      return typeof error === "string" ? HOLDS : failed(`error is ${spell(error)}`);
    },
  },
  {
    id: "A11",
    says: "every row has an id, and no page has one twice",
    check: ({ lists }) => {
      const doubled = Object.entries(lists).find(
        ([, rows]) => new Set(rows.map(({ id }) => id)).size !== rows.length,
      );
      if (doubled) return failed(`an id comes twice among ${doubled[0]}`);
      return every(Object.values(lists).flat(), "id", isText);
    },
  },
  {
    id: "A12",
    says: "an activity has a title",
    check: ({ lists }) => every(lists.activities, "title", isText),
  },
  {
    id: "A13",
    says: "/me/profile and /me/application say whose they are",
    check: ({ profile, application }) => {
      if (!profile || !application) return UNSEEN;
      const refused = [profile, application].find(({ status }) => status !== 200);
      if (refused) return failed(`the user's token is answered ${refused.status}`);
      return worst(
        every([rowOf(profile.json)], "id", isText),
        every([rowOf(application.json)], "participant_id", isText),
      );
    },
  },
  {
    id: "A14",
    says: "the list of installations is read with HTTP Basic, and says event and organization",
    check: ({ installations }) => {
      if (!installations) return UNSEEN;
      if (installations.status !== 200) return failed(`it is answered ${installations.status}`);
      const rows = listedIn(installations);
      return worst(every(rows, "event_id", isText), every(rows, "organization_id", isText));
    },
  },
];

function failed(detail: string): Verdict {
  return { state: "fails", detail };
}

function worst(...verdicts: Verdict[]): Verdict {
  return (
    verdicts.find(({ state }) => state === "fails") ??
    verdicts.find(({ state }) => state === "holds") ??
    UNSEEN
  );
}

function every(rows: readonly Row[], field: string, isGood: (value: unknown) => boolean): Verdict {
  const bad = rows.filter((row) => !isGood(row[field]));
  if (bad.length > 0) {
    return failed(`${field} is ${spell(bad[0]?.[field])} in ${bad.length} of ${rows.length} rows`);
  }
  return rows.length === 0 ? UNSEEN : HOLDS;
}

function rowsIn({ event, lists }: Findings): Row[] {
  return [rowOf(event.json), ...Object.values(lists).flat()];
}

function listedIn({ json }: Answer): Row[] {
  const { data } = rowOf(json);
  return Array.isArray(data) ? data.map(rowOf) : [];
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isMoment(value: unknown): boolean {
  return typeof value === "string" && MOMENT.test(value) && !Number.isNaN(Date.parse(value));
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Of what kind something is; words and numbers of a person are not repeated. */
function spell(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (value === "") return "an empty text";
  return Array.isArray(value) ? "a list" : `another ${typeof value} than expected`;
}
