/**
 * SQL of a text with case and accents folded: what `fold_text` does, written out, because a function
 * in SQL costs ten times as much for each row.
 */
export function foldedSql(text: string): string {
  return `lower(unaccent('public.unaccent'::regdictionary, ${text}))`;
}

/** SQL of the given texts (a placeholder of text[]), each folded. Computed once in a statement. */
export function foldedValuesSql(values: string): string {
  return `(SELECT array_agg(${foldedSql("given")}) FROM unnest(${values}::text[]) AS given)::text[]`;
}

/** SQL of LIKE patterns that find the given texts literally. Folded first: folding can make a wildcard. */
export function foldedPatternsSql(values: string): string {
  return `(SELECT array_agg(${patternSql("given")}) FROM unnest(${values}::text[]) AS given)::text[]`;
}

/** SQL of a LIKE pattern that finds one text, folded, wherever it is. */
export function patternSql(text: string): string {
  return `'%' || replace(replace(replace(${foldedSql(text)}, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`;
}

/**
 * SQL of a test that follows another one which finds nearly the same rows. PostgreSQL takes two tests for
 * independent and expects next to no row of both; of a CASE it expects half.
 */
export function likelySql(test: string): string {
  return `CASE WHEN ${test} THEN true ELSE false END`;
}
