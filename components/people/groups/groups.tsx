"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { List, Printer } from "lucide-react";
import { fieldWord } from "@/components/people/columns/field-words";
import { useFieldKinds } from "@/components/people/filters/use-field-kinds";
import type { PeopleList } from "@/components/people/use-people-list";
import { eventQueries } from "@/components/queries/event-queries";
import { useSight } from "@/components/queries/use-sight";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import {
  answerKeyOf,
  isReviewField,
  type ListKind,
  REVIEW_FIELDS,
} from "@/lib/list-address/list-fields";
import { addressOf, groupsOf, isStatus, narrowed, statusesOf, withoutOwn } from "./group-counts";
import { GroupTable } from "./group-table";

type Props = {
  eventId: string;
  kind: ListKind;
  list: PeopleList;
  field: string;
  onField: (field: string | null) => void;
};

/** The list counted by the values of a field, and by status: every number opens those whom it counts. */
export function Groups({ eventId, kind, list, field, onField }: Props) {
  const { form, kindOf } = useFieldKinds(eventId);
  const { sees } = useSight(eventId);
  const choices = [
    ...form.filter((one) => one.kind !== "object").map((one) => one.field),
    ...REVIEW_FIELDS.filter(sees),
  ];
  const isKnown = choices.includes(field);
  return (
    <section
      aria-label={`By ${fieldWord(field)}`}
      className="min-h-0 flex-1 overflow-y-auto px-3 py-4 sm:px-5 print:overflow-visible"
    >
      <div className="flex flex-wrap items-end gap-2 print:hidden">
        <div className="w-64 max-w-full">
          <SelectField
            label="Group by"
            value={field}
            choices={[
              ...(isKnown ? [] : [{ value: field, word: fieldWord(field) }]),
              ...choices.map((one) => ({ value: one, word: fieldWord(one) })),
            ]}
            onChange={onField}
          />
        </div>
        <Button onClick={() => window.print()}>
          <Printer aria-hidden="true" size={16} />
          Print
        </Button>
        <Button onClick={() => onField(null)}>
          <List aria-hidden="true" size={16} />
          Back to the list
        </Button>
      </div>
      {answerKeyOf(field) === null && !isReviewField(field) ? (
        <p className="mt-6 text-soft text-sm">The list cannot be grouped by that.</p>
      ) : (
        <Counted
          eventId={eventId}
          kind={kind}
          list={list}
          field={field}
          isList={kindOf(field) === "list" || field === "labels" || field === "assignee"}
        />
      )}
    </section>
  );
}

type CountedProps = Omit<Props, "onField"> & { isList: boolean };

function Counted({ eventId, kind, list, field, isList }: CountedProps) {
  const asked = withoutOwn(list.address, field);
  const { whole, byStatus, unanswered, statuses, isError, refetch } = useGroupCounts({
    eventId,
    kind,
    asked,
    field,
  });
  if (isError) {
    return (
      <p role="alert" className="mt-6 flex flex-wrap items-center gap-3 text-sm">
        This did not load. <Button onClick={refetch}>Try again</Button>
      </p>
    );
  }
  if (!whole || unanswered === undefined || byStatus.some((counts) => counts === undefined)) {
    return <p className="mt-6 animate-breathe text-soft text-sm">Counting …</p>;
  }
  const groups = groupsOf({
    asked,
    field,
    statuses,
    whole,
    byStatus: byStatus.filter((counts) => counts !== undefined),
    unanswered,
  });
  return (
    <>
      <GroupTable
        eventId={eventId}
        kind={kind}
        field={field}
        statuses={statuses}
        groups={groups}
        total={whole.total}
        totals={statuses.map(
          (status) => whole.facets.status?.values.find(({ value }) => value === status)?.count ?? 0,
        )}
      />
      <p className="mt-2 text-soft text-xs">
        {isList ? "Whoever chose several counts for each. " : ""}
        {whole.facets[field]?.isWhole === false ? "Only the 100 most frequent are shown." : ""}
      </p>
    </>
  );
}

const NOBODY_LEFT = { total: 0, facets: {} };

type Asked = Parameters<typeof withoutOwn>[0];
type CountsOptions = { eventId: string; kind: ListKind; asked: Asked; field: string };

/** One count of everything, one for each status, and one of those who did not answer. */
function useGroupCounts({ eventId, kind, asked, field }: CountsOptions) {
  // Never with the numbers of another question: each leads to the list of exactly these.
  const count = (question: string, fields: string[]) =>
    eventQueries.counts(eventId, kind, question, fields);
  const whole = useQuery(count(addressOf(narrowed(asked)), [field, "status"]));
  const statuses = whole.data ? statusesOf(asked, whole.data) : [];
  const byStatus = useQueries({
    queries: statuses.map((status) => count(addressOf(narrowed(asked, isStatus(status))), [field])),
  });
  const none = { field, operator: "unanswered" as const, values: [] };
  // What the team made of people has a value for "none" of its own.
  const isAsked = !isReviewField(field);
  const unanswered = useQuery({
    ...count(addressOf(narrowed(asked, none)), ["status"]),
    enabled: isAsked,
  });
  const all = [whole, unanswered, ...byStatus];
  return {
    statuses,
    whole: whole.data,
    byStatus: byStatus.map(({ data }) => data),
    unanswered: isAsked ? unanswered.data : NOBODY_LEFT,
    isError: all.some((query) => query.isError),
    refetch: () => {
      for (const query of all) if (query.isError) void query.refetch();
    },
  };
}
