/**
 * SQL of a text with case and accents folded: what `fold_text` does, written out, because a function
 * in SQL costs ten times as much for each row.
 */
export function foldedSql(text: string): string {
  const shown = `translate(${text}, ${STOPS_AND_UNSEEN}, ${STOPS})`;
  return `CASE WHEN octet_length(${text}) = char_length(${text}) THEN lower(${text})
    ELSE translate(lower(unaccent('public.unaccent'::regdictionary, ${shown})), U&'\\03C2', U&'\\03C3') END`;
}

const STOPS_AND_UNSEEN = `U&'\\3002\\FF61\\00AD\\200B\\200C\\200D\\200E\\200F\\202A\\202B\\202C\\202D\\202E\\2060\\2066\\2067\\2068\\2069\\FEFF'`;
const STOPS = "U&'\\E002\\E003'";

/** SQL of a text as the column of the search has it: what `search_text` does. */
function searchedSql(text: string): string {
  return `translate(${foldedSql(text)}, U&'''-\`\\00B4\\2010\\2011\\2012\\2013\\2014\\2015', '')`;
}

/** SQL of the given texts (a placeholder of text[]), each folded. Computed once in a statement. */
export function foldedValuesSql(values: string): string {
  return `(SELECT array_agg(${foldedSql("given")}) FROM unnest(${values}::text[]) AS given)::text[]`;
}

/** SQL of LIKE patterns that find the given texts literally. Folded first: folding can make a wildcard. */
export function foldedPatternsSql(values: string): string {
  return patternsSql(values, foldedSql);
}

/** {@link foldedPatternsSql} for the column of the search: it lacks nothing that those find. */
export function searchedPatternsSql(values: string): string {
  return patternsSql(values, searchedSql);
}

function patternsSql(values: string, fold: (text: string) => string): string {
  return `(SELECT array_agg(${likeSql(fold("given"))}) FROM unnest(${values}::text[]) AS given)::text[]`;
}

/** SQL of a LIKE pattern that finds one text in the column of the search, wherever it is. */
export function searchedPatternSql(text: string): string {
  return likeSql(searchedSql(text));
}

function likeSql(text: string): string {
  return `'%' || ${escapedSql(text)} || '%'`;
}

/** SQL of a text that a LIKE pattern finds literally. */
export function escapedSql(text: string): string {
  return `replace(replace(replace(${text}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')`;
}

/**
 * SQL of a test that follows another one which finds nearly the same rows. PostgreSQL takes two tests for
 * independent and expects next to no row of both; of a CASE it expects half.
 */
export function likelySql(test: string): string {
  return `CASE WHEN ${test} THEN true ELSE false END`;
}
