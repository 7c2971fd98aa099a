"use client";

import type { PeopleList } from "@/components/people/use-people-list";
import { isBuiltInField, isReviewField, type ListKind } from "@/lib/list-address/list-fields";
import type { ListFilter } from "@/lib/list-address/list-filter";
import { AnsweredChoice } from "./answered-choice";
import { filtersOf } from "./edit-filters";
import { RangeEditor } from "./range-editor";
import { TextEditor, type TextOperator } from "./text-editor";
import type { ListField } from "./use-field-kinds";
import type { ValueNames } from "./value-word";
import { ValuesEditor } from "./values-editor";

type Props = {
  list: PeopleList;
  kind: ListKind;
  eventId: string;
  field: string;
  fieldKind: ListField["kind"];
  names: ValueNames;
};

/** Whatever one field can be asked, by its kind. */
export function FieldEditor({ list, kind, eventId, field, fieldKind, names }: Props) {
  const { filters } = list.address;
  const change = (next: ListFilter[], isTyping = false) => list.change({ filters: next }, isTyping);
  const same = { filters, field, onChange: change };
  if (fieldKind === "choice" || fieldKind === "boolean") {
    return (
      <>
        <ValuesEditor {...same} list={list} kind={kind} eventId={eventId} names={names} />
        {fieldKind === "boolean" ? <AnsweredChoice {...same} words={wordsOf(field)} /> : null}
      </>
    );
  }
  const isRange = fieldKind === "number" || fieldKind === "date" || fieldKind === "moment";
  const isOfAnswers = !isBuiltInField(field);
  const hasValues = isOfAnswers && (fieldKind === "text" || fieldKind === "list");
  return (
    <>
      {isRange ? <RangeEditor {...same} fieldKind={fieldKind} /> : null}
      {hasValues ? (
        <ValuesEditor {...same} list={list} kind={kind} eventId={eventId} names={names} />
      ) : null}
      <TextEditor
        {...same}
        operators={operatorsOf(fieldKind, filtersOf(filters, field), hasValues)}
      />
      {field === "updated" ? null : <AnsweredChoice {...same} words={wordsOf(field)} />}
    </>
  );
}

/** What is typed rather than chosen. A number that an address asks for exactly can at least be taken out. */
function operatorsOf(
  kind: ListField["kind"],
  own: readonly ListFilter[],
  hasValues: boolean,
): TextOperator[] {
  if (kind === "text" || kind === "list") {
    return hasValues ? ["contains", "lacks"] : ["contains", "lacks", "is", "not"];
  }
  return (["is", "not"] as const).filter((each) => own.some(({ operator }) => operator === each));
}

function wordsOf(field: string): readonly [answered: string, unanswered: string] {
  if (field === "name" || field === "email") return ["Given", "Missing"];
  if (field === "reviews" || field === "notes") return ["Some", "None"];
  if (isReviewField(field)) return ["Rated", "Not rated"];
  return isBuiltInField(field) ? ["Set", "Not set"] : ["Answered", "Not answered"];
}
