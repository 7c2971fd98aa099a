import { answerKeyOf, isReviewField } from "@/lib/list-address/list-fields";
import { type ChoiceField, choiceSql, duplicatesSql, waveSql } from "./choice-sql";
import type { ListContext } from "./list-context";
import type { Parameters } from "./parameters";
import { hasSeveral, type ReviewSides } from "./review-sides";
import { isLongSql, shortValueSql } from "./short-value-sql";

/** How a facet is counted: by `grouped`, a row's whole answer, and then by each value that it holds. */
export type FacetSql = { grouped: string; values: (grouped: string) => string };

const VALUE_ITSELF = (grouped: string) => `(SELECT ${grouped} AS value)`;

/** An item as `is` asks for it; 1.0 and 1 are one number. Nothing asks for objects or lists in a list. */
const ITEM = `CASE jsonb_typeof(item) WHEN 'number' THEN trim_scale(item::numeric)::text
  ELSE item #>> '{}' END`;

/** A row counts once for each of its items. */
function itemsOf(list: string): string {
  const text = "(item #>> '{}')";
  const value = `CASE WHEN ${isLongSql(text)} THEN ${shortValueSql(text)} ELSE ${ITEM} END`;
  return `(SELECT DISTINCT ${value} AS value FROM jsonb_array_elements(${list}) AS item
    WHERE jsonb_typeof(item) IN ('string', 'number', 'boolean') AND btrim(item #>> '{}') <> '')`;
}

/** SQL of a field's facet. Fields of the form may hold lists. */
export function facetSql(
  field: string,
  context: ListContext,
  to: Parameters,
  sides: ReviewSides,
): FacetSql {
  const key = answerKeyOf(field);
  if (key !== null) {
    return {
      grouped: `p.fields -> ${to.add(key)}::text`,
      values: (answer) =>
        itemsOf(
          `CASE jsonb_typeof(${answer}) WHEN 'array' THEN ${answer} ELSE jsonb_build_array(${answer}) END`,
        ),
    };
  }
  const several = severalSql(field, context, to, sides);
  if (several !== null) {
    return {
      grouped: several,
      values: (ids) => itemsOf(`CASE ${ids} WHEN '[]' THEN '["none"]' ELSE ${ids} END`),
    };
  }
  if (isReviewField(field)) return { grouped: sides.value(field), values: VALUE_ITSELF };
  return { grouped: choiceSql(field as ChoiceField), values: VALUE_ITSELF };
}

/** SQL of the values of a row as a JSON list, of a field of which it can have several; null for every other. */
function severalSql(
  field: string,
  context: ListContext,
  to: Parameters,
  sides: ReviewSides,
): string | null {
  if (field === "wave") return waveSql(context, to);
  if (field === "duplicates") return duplicatesSql();
  return isReviewField(field) && hasSeveral(field) ? sides.value(field) : null;
}
