import { expect, test } from "vitest";
import { type ListFilter, readFilter } from "@/lib/list-address/list-filter";
import { filterSentence, filterWords } from "./filter-words";

const NAMES = {
  kindOf: (field: string) => (field === "answers.age_confirmed" ? "boolean" : "text"),
  waves: new Map([["wave_1", "Early birds"]]),
  reviewers: { usr_1: "Ana" },
  reviews: { labels: new Map(), members: new Map() },
};
const read = (texts: string[]) => texts.map((text) => readFilter(text) as ListFilter);

test.each([
  [["answers.favorite_track:is:AI,Web"], "Favorite track: AI or Web"],
  [
    ["answers.favorite_track:is:AI", "answers.favorite_track:not:Web"],
    "Favorite track: AI, not Web",
  ],
  [["answers.track:is:A,B,C"], "Track: A, B or C"],
  [["answers.track:is:A,B,C,D,E"], "Track: A, B or 3 more"],
  [["answers.age_confirmed:is:true"], "Age confirmed: Yes"],
  [["status:not:rejected,none"], "Status: not Rejected or No application"],
  [["wave:is:wave_1,wave_2,none"], "Wave: Early birds, wave_2 or No wave"],
  [["domain:not:example.org"], "E-mail domain: not from example.org"],
  [["name:contains:an a,b"], "Name: contains “an a” or “b”"],
  [["email:lacks:+"], "E-mail: does not contain “+”"],
  [["submitted:between:2026-01-01,2026-02-03"], "Submitted: 1 Jan – 3 Feb 2026"],
  [["submitted:between:2025-12-30,2026-01-02"], "Submitted: 30 Dec 2025 – 2 Jan 2026"],
  [["submitted:between:2026-01-01,2026-01-01"], "Submitted: 1 Jan 2026"],
  [["submitted:between:2026-01-01,"], "Submitted: since 1 Jan 2026"],
  [["submitted:outside:,2026-01-01"], "Submitted: not until 1 Jan 2026"],
  [["answers.years:between:2,"], "Years: 2 or more"],
  [["answers.years:outside:-2,3.5"], "Years: not -2 – 3.5"],
  [["answers.years:unanswered"], "Years: not answered"],
  [["registered:unanswered"], "Registered: never"],
])("%j is said as %s", (texts, words) => {
  expect(filterSentence(read(texts), NAMES)).toBe(words);
});

test("what excludes is marked", () => {
  const { parts } = filterWords(read(["role:is:a", "role:not:b"]), NAMES);
  expect(parts.map(({ isExcluding }) => isExcluding)).toEqual([false, true]);
});
