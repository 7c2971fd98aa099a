import type { ListQuestion } from "@/lib/list-address/list-address";
import { type ListKind, REVIEW_FIELDS } from "@/lib/list-address/list-fields";
import type { ListFilter } from "@/lib/list-address/list-filter";
import type { NastyPerson, NastyWave } from "./nasty-people";
import { REVIEW_NAMES, type Reviewed } from "./nasty-reviews";
import { answerKind, answerText, isAnswer, pgText } from "./oracle-answers";
import { bytes, folded, natural, searched } from "./oracle-text";

export type OracleWorld = {
  people: NastyPerson[];
  waves: NastyWave[];
  zone: string;
  /** What the team made of people, by their ids, as whoever asks sees it. */
  reviews: ReadonlyMap<string, Reviewed>;
};

/**
 * What a list answers, worked out in plain JavaScript from the rows alone: slow, and nothing shared with
 * the product but the words of a question.
 */
export function askOracle(
  world: OracleWorld,
  list: ListKind,
  question: ListQuestion,
  facets: string[],
) {
  const inList = world.people.filter(
    (person) => isInList(person, list) && isFound(person, question.q),
  );
  const rows = inList.filter((person) => passes(world, person, question.filters));
  const ids = inOrder(world, rows, list, question).map((person) => person.participant_id);
  const facetOf = (field: string) => {
    const others = question.filters.filter((filter) => filter.field !== field);
    return tally(
      inList.filter((p) => passes(world, p, others)).map((p) => valuesOf(world, p, field)),
    );
  };
  return {
    ids,
    total: rows.length,
    facets: Object.fromEntries(facets.map((f) => [f, facetOf(f)])),
  };
}

function isInList({ removed_at, status }: NastyPerson, list: ListKind): boolean {
  if (removed_at !== null) return false;
  return list === "applications" ? status !== null : status === null || status === "approved";
}

function passes(world: OracleWorld, person: NastyPerson, filters: ListFilter[]): boolean {
  const fields = new Set(filters.map((filter) => filter.field));
  return [...fields].every((field) => {
    const mine = filters.filter((filter) => filter.field === field);
    const excluding = mine.filter(({ operator }) => /^(not|lacks|outside)$/.test(operator));
    const wanted = mine.filter((filter) => !excluding.includes(filter));
    if (wanted.length > 0 && !wanted.some((filter) => holds(world, person, filter))) return false;
    return !excluding.some((filter) => holds(world, person, filter));
  });
}

/** Whether the positive side of a question holds: of "not" whether it is. */
function holds(
  world: OracleWorld,
  person: NastyPerson,
  { field, operator, values }: ListFilter,
): boolean {
  const number = REVIEW_NUMBERS[field]?.(reviewedOf(world, person));
  if (number !== undefined && operator.endsWith("answered")) {
    const isThere = number !== null && (number !== 0 || field === "spread");
    return (operator === "answered") === isThere;
  }
  if (operator === "unanswered") return !isAnswered(person, field);
  if (operator === "answered") return isAnswered(person, field);
  if (operator === "between" || operator === "outside")
    return isBetween(world, person, field, values);
  if (operator === "contains" || operator === "lacks") {
    const text = textOf(person, field);
    return text !== null && values.some((value) => folded(text).includes(folded(value)));
  }
  if (field === "name" || field === "email") {
    const text = textOf(person, field);
    return text !== null && values.some((value) => folded(text) === folded(value));
  }
  if (field === "domain") {
    const lower = values.map((value) => value.toLowerCase());
    return valuesOf(world, person, field).some((value) => lower.includes(value));
  }
  if (field.startsWith("answers.")) return values.some((v) => isAnswer(answerOf(person, field), v));
  return valuesOf(world, person, field).some((value) => values.includes(value));
}

const answerOf = (person: NastyPerson, field: string): unknown => {
  const key = field.slice("answers.".length);
  return Object.hasOwn(person.fields, key) ? person.fields[key] : undefined;
};

const REVIEW_NUMBERS: Record<string, (reviewed: Reviewed | undefined) => number | null> = {
  rating: (reviewed) => reviewed?.average ?? null,
  "own-rating": (reviewed) => reviewed?.own ?? null,
  reviews: (reviewed) => reviewed?.count ?? 0,
  spread: (reviewed) => reviewed?.spread ?? null,
  notes: (reviewed) => reviewed?.notes ?? 0,
};

const reviewedOf = ({ reviews }: OracleWorld, { participant_id }: NastyPerson) =>
  reviews.get(participant_id);

function momentOf(person: NastyPerson, field: string): string | null {
  if (field === "submitted") return person.submitted_at;
  if (field === "registered") return person.registered_at;
  return field === "reviewed" ? person.last_reviewed_at : person.changed_at;
}

function textOf(person: NastyPerson, field: string): string | null {
  if (field === "name") return person.name;
  return field === "email" ? person.email : answerText(answerOf(person, field));
}

function isAnswered(person: NastyPerson, field: string): boolean {
  if (field.startsWith("answers.")) return answerKind(answerOf(person, field)) !== null;
  if (field === "name" || field === "email")
    return (textOf(person, field) ?? "").replace(/ /g, "") !== "";
  return momentOf(person, field) !== null;
}

function isBetween(
  world: OracleWorld,
  person: NastyPerson,
  field: string,
  [from = "", until = ""]: string[],
): boolean {
  const { zone } = world;
  const number = REVIEW_NUMBERS[field]?.(reviewedOf(world, person));
  if (number !== undefined) {
    return number !== null && (!from || number >= +from) && (!until || number <= +until);
  }
  const areDays = /^\d{4}-/.test(from || until);
  if (!field.startsWith("answers.")) {
    const moment = momentOf(person, field);
    if (moment === null) return false;
    const day = new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date(moment));
    return (!from || day >= from) && (!until || day <= until);
  }
  const answer = answerOf(person, field);
  if (areDays) {
    const day = String(answer).slice(0, 10);
    return answerKind(answer) === "date" && (!from || day >= from) && (!until || day <= until);
  }
  if (typeof answer !== "number") return false;
  return (!from || answer >= Number(from)) && (!until || answer <= Number(until));
}

/** The values of a facet's field that a row holds, each once. */
function valuesOf(world: OracleWorld, person: NastyPerson, field: string): string[] {
  const { waves, people } = world;
  const reviewed = reviewedOf(world, person);
  const number = REVIEW_NUMBERS[field]?.(reviewed);
  // PostgreSQL rounds a half away from zero, as Math.round does above it.
  if (number !== undefined) return [number === null ? "none" : String(Math.round(number))];
  if (field === "second-look") return [reviewed?.secondLook ? "yes" : "no"];
  if (field === "labels" || field === "assignee") {
    const ids = reviewed?.[field] ?? [];
    return ids.length > 0 ? ids : ["none"];
  }
  if (field === "status") return [person.status ?? "none"];
  if (field === "role") return [person.role ?? "none"];
  if (field === "decision") return [person.last_review_action ?? "none"];
  if (field === "reviewer") return [person.last_reviewer_id ?? "none"];
  if (field === "domain") {
    const [, ...after] = (person.email ?? "").split("@");
    return [after.at(-1)?.toLowerCase() || "none"];
  }
  if (field === "duplicates") return sharedBy(people, person);
  if (field === "wave") {
    const at = person.submitted_at;
    const mine = waves.filter(
      ({ opens_at, closes_at }) =>
        at && (!opens_at || at >= opens_at) && (!closes_at || at < closes_at),
    );
    return mine.length > 0 ? mine.map((wave) => wave.wave_id) : ["none"];
  }
  const answer = answerOf(person, field);
  const items = (Array.isArray(answer) ? answer : [answer]).filter(
    (item) => item !== null && item !== undefined && typeof item !== "object",
  );
  const texts = items.map((item) => pgText(item) ?? "");
  return [...new Set(texts.filter((text) => text.replace(/ /g, "") !== ""))];
}

/** What a person has in common with another of the event. */
function sharedBy(people: NastyPerson[], person: NastyPerson): string[] {
  const others = people.filter((each) => each !== person && each.removed_at === null);
  const emailOf = ({ email }: NastyPerson) => (email ?? "").replace(/^ +| +$/g, "").toLowerCase();
  const nameOf = (each: NastyPerson) =>
    (each.name ?? "").replace(/ /g, "") === "" ? "" : inWords(nameKey(each));
  const shares = (of: (each: NastyPerson) => string) =>
    of(person) !== "" && others.some((other) => of(other) === of(person));
  const shared = [...(shares(emailOf) ? ["email"] : []), ...(shares(nameOf) ? ["name"] : [])];
  return shared.length > 0 ? shared : ["none"];
}

function tally(rows: string[][]) {
  const counts = new Map<string, number>();
  for (const value of rows.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts].map(([value, count]) => ({ value, count }));
  values.sort((a, b) => b.count - a.count || bytes(a.value, b.value));
  return {
    values: values.slice(0, 100),
    isWhole: values.length <= 100,
  };
}

function wordsOf(q: string): string[] {
  return [...new Set(q.split(/\s+/).map(searched))].filter(Boolean);
}

function isFound(person: NastyPerson, q: string): boolean {
  const keys = Object.keys(person.fields).sort(bytes);
  const answers = keys
    .filter((key) => typeof person.fields[key] !== "boolean")
    .map((key) => answerText(person.fields[key]))
    .filter((text) => text !== null);
  const all = searched([person.name ?? "", person.email ?? "", answers.join(" ")].join(" "));
  return wordsOf(q).every((word) => all.includes(word));
}

const nameKey = ({ name, email, participant_id }: NastyPerson) =>
  folded(name ?? "").replace(/^ +| +$/g, "") ||
  folded(email ?? "").replace(/^ +| +$/g, "") ||
  folded(participant_id);

/** A name as its words stand beside each other. */
const inWords = (text: string) => text.replaceAll("-", " ").replaceAll("'", "");

function rankOf(person: NastyPerson, q: string): number {
  const asked = folded(q.trim().replace(/\s+/g, " "));
  const name = inWords(nameKey(person));
  const email = person.email?.toLowerCase() ?? null;
  if (name === inWords(asked) || email === asked) return 1;
  const words = inWords(asked).split(/\s+/).filter(Boolean);
  if (words.every((word) => ` ${name} `.includes(` ${word} `))) return 2;
  if (words.every((word) => ` ${name}`.includes(` ${word}`))) return 3;
  if (email?.startsWith(asked)) return 4;
  if (email?.includes(`@${asked}`)) return 5;
  const all = ` ${name} ${email ?? ""}`;
  return words.every((word) => all.includes(word)) ? 6 : 7;
}

type Key = string | number | null;

/** The keys of a row by one key of the order: numbers before words, and what is absent last. */
function keysOf(world: OracleWorld, person: NastyPerson, field: string): Key[] {
  const reviewed = reviewedOf(world, person);
  const number = REVIEW_NUMBERS[field]?.(reviewed);
  if (number !== undefined) return [number];
  if (field === "second-look") return [reviewed?.secondLook ? 1 : null];
  if (field === "labels" || field === "assignee") {
    const names = (reviewed?.[field] ?? []).map((id) => REVIEW_NAMES[id] ?? id);
    return [names.sort(bytes)[0] ?? null];
  }
  if (field.startsWith("answers.")) {
    const answer = answerOf(person, field);
    if (typeof answer === "number") return [answer, null];
    const text = answerKind(answer) === null ? null : answerText(answer);
    return [null, text === null ? null : natural(folded(text))];
  }
  if (field === "name") return [natural(nameKey(person))];
  if (field === "email") return [person.email?.toLowerCase() ?? null];
  if (field === "status") return [workflowPlace(person.status), person.status];
  if (field === "role") return [person.role];
  if (field === "decision") return [person.last_review_action];
  return [momentOf(person, field)];
}

function workflowPlace(status: string | null): number | null {
  if (status === null) return null;
  const known = ["pending", "revision_requested", "approved", "rejected", "cancelled"];
  return known.includes(status) ? known.indexOf(status) : 9;
}

function compare(a: Key, b: Key, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return sign * (typeof a === "number" ? a - Number(b) : bytes(a, String(b)));
}

/** The order of ids within equals follows the index where there is one; everywhere else it ascends. */
const IDS_DESCEND = ["submitted", "-name", "updated", ...REVIEW_FIELDS];

function inOrder(
  world: OracleWorld,
  rows: NastyPerson[],
  list: ListKind,
  { q, sort }: ListQuestion,
): NastyPerson[] {
  const byDefault = list === "applications" ? ["-submitted"] : ["name"];
  const keys = sort.length > 0 ? sort : q ? [] : byDefault;
  return [...rows].sort((a, b) => {
    if (keys.length === 0) {
      const byRank = rankOf(a, q) - rankOf(b, q);
      const byNewest = compare(a.submitted_at, b.submitted_at, -1);
      return byRank || byNewest || bytes(a.participant_id, b.participant_id);
    }
    for (const key of keys) {
      const field = key.replace(/^-/, "");
      const theirs = keysOf(world, b, field);
      for (const [at, mine] of keysOf(world, a, field).entries()) {
        const order = compare(mine, theirs[at] ?? null, key.startsWith("-") ? -1 : 1);
        if (order !== 0) return order;
      }
    }
    const descends = keys.length === 1 && IDS_DESCEND.includes(keys[0] ?? "");
    return bytes(a.participant_id, b.participant_id) * (descends ? -1 : 1);
  });
}
