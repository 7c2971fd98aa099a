import { type Sight, sightsAll } from "@/lib/members/sight-view";
import { escapedSql, foldedSql, searchedPatternSql } from "./folded-text";
import type { Parameters } from "./parameters";
import type { Reader } from "./reader";
import type { ReviewSides } from "./review-sides";
import { searchWords } from "./search-words";

/** Where the rows of a question come from: SQL of FROM and the beginning of WHERE, with rows named `p`. */
export type ListSource = {
  from: string;
  /** SQL of how well a row fits the search. A parameter of a statement that does not use it would fail it. */
  rank: () => string;
};

/** What the function of the search answers of each match: who asks no more needs not look it up again. */
const ANSWERED_BY_SEARCH = ["status", "submitted", "updated", "name", "wave"];

/** The fields that a question looks at, by what for. */
export type AskedFields = Record<"sorts" | "filters" | "facets", readonly string[]>;

/**
 * The live rows of the event (a placeholder) that the search finds. The function that asks the trigram
 * index knows nothing of words under three letters: for those the whole event is read. `sorts` and
 * `filters` name the fields that are looked at.
 */
export function listSource(
  q: string,
  event: string,
  fields: AskedFields,
  to: Parameters,
  reader: Reader,
  sides: ReviewSides,
): ListSource {
  const joins = sides.joins(fields);
  const people = `participants AS p ${joins}`;
  const live = `p.event_id = ${event} AND p.removed_at IS NULL`;
  const words = searchWords(q);
  const [first] = words;
  if (!first) return { from: `${people} WHERE ${live}`, rank: () => "0" };
  const patterns = words.map((word) => searchedPatternSql(`${to.add(word)}::text`));
  if (!sightsAll(reader.sight)) return maskedSource(people, live, patterns, reader.sight);
  const asked = () => foldedSql(`${to.add(q.trim().replaceAll(/\s+/g, " "))}::text`);
  if ([...first].length < 3) {
    const found = patterns.map((pattern) => `p.search LIKE ${pattern}`).join(" AND ");
    return { from: `${people} WHERE ${live} AND ${found}`, rank: () => rankSql(asked()) };
  }
  const [pattern, ...more] = patterns;
  const found = `search_participants(${pattern}, ARRAY[${more.join(", ")}]::text[], ${asked()})`;
  // A name as such is more than the key that names are ordered by.
  const filters = [...fields.filters, ...fields.facets];
  const isAnswered =
    [...fields.sorts, ...filters].every((field) => ANSWERED_BY_SEARCH.includes(field)) &&
    !filters.includes("name");
  const from = isAnswered
    ? // The function answers for the event of the transaction: let that be the one that is asked.
      `${found} AS p WHERE ${event}::text = current_setting('foyer.event_id', true)`
    : `${found} AS found JOIN participants AS p
        ON p.event_id = ${event} AND p.participant_id = found.participant_id ${joins} WHERE ${live}`;
  return { from, rank: () => "rank" };
}

/**
 * The live rows that a search finds in what this sight sees: each word in the name, or, where answers are seen, in the
 * search's column without the e-mail address. Reads the whole event; those who find it by name come first.
 */
function maskedSource(people: string, live: string, patterns: string[], sight: Sight): ListSource {
  const name = foldedSql("coalesce(p.name, '')");
  const inName = patterns.map((pattern) => `${name} LIKE ${pattern}`);
  const email = "coalesce(nullif(search_text(p.email), ''), chr(1))";
  const inAnswers = `replace(p.search, ${email}, chr(2))`;
  const found = sight.answers
    ? patterns.map((pattern, at) => `(${inName[at]} OR ${inAnswers} LIKE ${pattern})`)
    : inName;
  return {
    from: `${people} WHERE ${live} AND ${found.join(" AND ")}`,
    rank: () => `CASE WHEN ${inName.join(" AND ")} THEN 1 ELSE 2 END`,
  };
}

/** The rank that the function of the search gives (prisma/migrations, `search_participants`). */
function rankSql(asked: string): string {
  const words = `translate(${asked}, '-''', ' ')`;
  const all = (before: string, after: string) =>
    `LIKE ALL ((SELECT array_agg('${before}' || ${escapedSql("word")} || '${after}')
      FROM regexp_split_to_table(${words}, '\\s+') AS word WHERE word <> '')::text[])`;
  return `CASE
    WHEN p.name_words ${all("% ", "%")} THEN CASE
      WHEN p.name_words = ' ' || ${words} || ' ' THEN 1
      WHEN p.name_words ${all("% ", " %")} THEN 2
      ELSE 3 END
    WHEN starts_with(lower(p.email), ${asked}) THEN CASE WHEN lower(p.email) = ${asked} THEN 1 ELSE 4 END
    WHEN strpos(lower(p.email), '@' || ${asked}) > 0 THEN 5
    WHEN p.name_words || lower(coalesce(p.email, '')) ${all("%", "%")} THEN 6
    ELSE 7 END`;
}
