import { foldedSql, patternSql } from "./folded-text";
import type { Parameters } from "./parameters";
import { searchWords } from "./search-words";

/** Where the rows of a question come from: SQL of FROM and the beginning of WHERE, with rows named `p`. */
export type ListSource = { from: string; rank: string };

/** What the function of the search answers of each match: who asks no more needs not look it up again. */
const ANSWERED_BY_SEARCH = ["status", "submitted", "updated", "name", "wave"];

/**
 * The live rows of the event (a placeholder) that the search finds. The function that asks the trigram
 * index knows nothing of words under three letters: for those the whole event is read. `sorts` and
 * `filters` name the fields that are looked at.
 */
export function listSource(
  q: string,
  event: string,
  sorts: string[],
  filters: string[],
  to: Parameters,
): ListSource {
  const live = `p.event_id = ${event} AND p.removed_at IS NULL`;
  const words = searchWords(q);
  const [first, ...others] = words;
  if (!first) return { from: `participants AS p WHERE ${live}`, rank: "0" };
  const given = words.map((word) => `${to.add(word)}::text`);
  const patterns = given.map(patternSql);
  const word = foldedSql(given[0] ?? "");
  if ([...first].length < 3) {
    const found = patterns.map((pattern) => `p.search LIKE ${pattern}`).join(" AND ");
    return { from: `participants AS p WHERE ${live} AND ${found}`, rank: rankSql(word) };
  }
  const [pattern, ...more] = patterns;
  const found = `search_participants(${pattern}, ARRAY[${others.length > 0 ? more : ""}]::text[], ${word})`;
  // A name as such is more than the key that names are ordered by.
  const isAnswered =
    [...sorts, ...filters].every((field) => ANSWERED_BY_SEARCH.includes(field)) &&
    !filters.includes("name");
  const from = isAnswered
    ? // The function answers for the event of the transaction: let that be the one that is asked.
      `${found} AS p WHERE ${event}::text = current_setting('foyer.event_id', true)`
    : `${found} AS found JOIN participants AS p
        ON p.event_id = ${event} AND p.participant_id = found.participant_id WHERE ${live}`;
  return { from, rank: "rank" };
}

/** The rank that the function of the search gives. */
function rankSql(word: string): string {
  return `CASE
    WHEN starts_with(p.name_key, ${word}) THEN 1
    WHEN strpos(p.name_key, ' ' || ${word}) > 0 THEN 2
    WHEN starts_with(lower(p.email), ${word}) THEN 3
    WHEN strpos(lower(p.email), '@' || ${word}) > 0 THEN 4
    WHEN strpos(p.name_key, ${word}) > 0 OR strpos(lower(p.email), ${word}) > 0 THEN 5
    ELSE 6 END`;
}
