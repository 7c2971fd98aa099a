/**
 * SQL of an answer as a person reads it: what `answer_text` does; the function is called for lists only,
 * because a function in SQL costs ten times as much for each row.
 */
export function answerTextSql(answer: string): string {
  return `CASE jsonb_typeof(${answer}) WHEN 'array' THEN answer_text(${answer})
    ELSE nullif(btrim(${answer} #>> '{}'), '') END`;
}
