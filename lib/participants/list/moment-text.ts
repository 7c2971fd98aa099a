import pg from "pg";

const TIMESTAMPTZ = 1184;
const IN_UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,3})?\+00$/;

/** A moment as PostgreSQL writes it, in ISO 8601 with milliseconds. */
function isoOf(text: string): string {
  const [, day, time, fraction = ""] = IN_UTC.exec(text) ?? [];
  if (day) return `${day}T${time}${(fraction || ".").padEnd(4, "0")}Z`;
  const moment: unknown = pg.types.getTypeParser(TIMESTAMPTZ)(text);
  return moment instanceof Date ? moment.toISOString() : text;
}

/** Reads moments as the text that views hold: a Date of each, made and written again, costs a fifth of a page. */
export const MOMENTS_AS_TEXT: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === TIMESTAMPTZ && format !== "binary" ? isoOf : pg.types.getTypeParser(oid, format),
};
