import { LONGEST_VALUE, SHORT_BEGINNING } from "@/lib/list-address/short-value";

/** SQL that holds where a text (SQL of it) is too long for an address. */
export function isLongSql(text: string): string {
  return `char_length(${text}) > ${LONGEST_VALUE}`;
}

/** SQL of the name of a long text (lib/list-address/short-value.ts). */
export function shortValueSql(text: string): string {
  const hash = `translate(encode(sha256(convert_to(${text}, 'UTF8')), 'base64'), '+/', '-_')`;
  return `left(${text}, ${SHORT_BEGINNING}) || '…' || left(${hash}, 16)`;
}
