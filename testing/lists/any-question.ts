import fc from "fast-check";
import {
  answerField,
  BUILT_IN_FIELDS,
  isBuiltInField,
  isReviewField,
  LIST_KINDS,
  REVIEW_FIELDS,
  SORT_FIELDS,
} from "@/lib/list-address/list-fields";
import { FILTER_OPERATORS, type ListFilter, OPERATORS_OF } from "@/lib/list-address/list-filter";
import { NASTY_KEYS, NASTY_WORDS } from "./nasty-people";

const answers = NASTY_KEYS.map(answerField);
const field = fc.oneof(
  fc.constantFrom(...(Object.keys(BUILT_IN_FIELDS) as (keyof typeof BUILT_IN_FIELDS)[])),
  fc.constantFrom(...answers, answerField("nobody was asked")),
);
const CHOICES = [
  ..."pending|approved|rejected|waitlisted|attendee|speaker|usr_1|early|late|over lapping|none".split(
    "|",
  ),
  ..."email|name".split("|"),
  ..."0|1|2|3|4|5|yes|no|5a1e4f00-0000-4000-8000-0000000000a1|5a1e4f00-0000-4000-8000-0000000000a2".split(
    "|",
  ),
  ..."x.example|X.Example|c.example|constructor|ana@x.example|no-at".split("|"),
];
const value = fc.constantFrom(...NASTY_WORDS.filter((word) => word !== ""), ...CHOICES);
const days = ["", "2026-01-05", "2026-03-29", "2025-12-31", "0001-01-01", "9999-12-31"];
const scores = ["", "0", "1", "2.5", "4", "-3", "100"];
const numbers = ["", "0", "20", "20.5", "-3", "999999999999999"];

function rangeOf(ends: string[]): fc.Arbitrary<string[]> {
  return fc
    .tuple(fc.constantFrom(...ends), fc.constantFrom(...ends))
    .filter(([from, until]) => from !== "" || until !== "");
}

function valuesFor(field: string, operator: string): fc.Arbitrary<string[]> {
  if (operator.endsWith("answered")) return fc.constant([]);
  if (operator !== "between" && operator !== "outside") {
    return fc.uniqueArray(value, { minLength: 1, maxLength: 4 });
  }
  if (isReviewField(field)) return rangeOf(scores);
  return isBuiltInField(field) ? rangeOf(days) : fc.oneof(rangeOf(days), rangeOf(numbers));
}

const filter: fc.Arbitrary<ListFilter> = field.chain((name) =>
  fc
    .constantFrom(
      ...(isBuiltInField(name) ? OPERATORS_OF[BUILT_IN_FIELDS[name]] : FILTER_OPERATORS),
    )
    .chain((operator) =>
      valuesFor(name, operator).map((values) => ({ field: name, operator, values })),
    ),
);

const several = fc
  .uniqueArray(fc.constantFrom(...SORT_FIELDS, ...answers), { maxLength: 5 })
  .chain((fields) =>
    fc
      .array(fc.boolean(), { minLength: fields.length, maxLength: fields.length })
      .map((turned) => fields.map((name, at) => (turned[at] ? `-${name}` : name))),
  );

/** Those by one field beside the mirror are walked in a way of their own. */
const sort = fc.oneof(
  { weight: 3, arbitrary: several },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...REVIEW_FIELDS), fc.constantFrom("", "-"))
      .map(([field, sign]) => [sign + field]),
  },
);

const q = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "a",
      "an",
      "ANA",
      "zarko",
      "0%",
      "ana x.exam",
      "\\s",
      "x",
      "％",
      "2026-01",
    ),
  },
);
const facet = fc.constantFrom(
  "status",
  "role",
  "duplicates",
  "wave",
  "decision",
  "reviewer",
  "domain",
  ...REVIEW_FIELDS,
  ...answers,
);
/** Anything that a list of nasty people can be asked, in any order, and facets beside it. */
export const anyQuestion = fc.record({
  list: fc.constantFrom(...LIST_KINDS),
  filters: fc.array(filter, { maxLength: 4 }),
  q,
  sort,
  facets: fc.uniqueArray(facet, { maxLength: 5 }),
});
