"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { labelOfField } from "@/components/answers/answer-value";
import { type Bar, BarList } from "@/components/charts/bar-list";
import { ChartTable } from "@/components/charts/chart-table";
import { insightQueries } from "@/components/queries/insight-queries";
import { Card } from "@/components/ui/card";
import { DidNotLoad } from "@/components/ui/did-not-load";
import { SelectField } from "@/components/ui/select-field";
import type { BreakdownView } from "@/lib/insights/breakdown-view";
import type { FormFieldView } from "@/lib/participants/form-field-view";
import { answerWords } from "./answer-words";
import { BarsSkeleton } from "./bars-skeleton";
import { chooseField } from "./choose-field";
import { listHref } from "./list-href";
import { applications, inDigits, percentOf, unitOf } from "./number-words";

type Props = { eventId: string; fields: FormFieldView[] };

/** How one field of the form was answered; which one stands in the address. */
export function BreakdownCard({ eventId, fields }: Props) {
  const [asked, setAsked] = useQueryState(
    "field",
    parseAsString.withOptions({ history: "replace" }),
  );
  const field = chooseField(fields, asked);
  return (
    <Card title="Answers to the form" className="lg:col-span-3">
      {field === null ? (
        <p className="text-soft text-sm">Nobody has answered a question of the form yet.</p>
      ) : (
        <>
          <SelectField
            label="Question"
            value={field}
            choices={fields.map(({ key }) => ({ value: key, word: labelOfField(key) }))}
            onChange={(key) => void setAsked(key)}
          />
          <div className="mt-3">
            <Breakdown eventId={eventId} field={field} />
          </div>
        </>
      )}
    </Card>
  );
}

function Breakdown({ eventId, field }: { eventId: string; field: string }) {
  const { data, isError, refetch, isPlaceholderData } = useQuery({
    ...insightQueries.breakdown(eventId, field),
    placeholderData: keepPreviousData,
  });
  if (!data && isError) {
    return <DidNotLoad onRetry={() => void refetch()} />;
  }
  if (!data) return <BarsSkeleton bars={10} />;
  const bars = barsOf(eventId, data);
  const caption = `Applications by ${labelOfField(data.field)}`;
  const whole = data.total.count;
  return (
    <div aria-busy={isPlaceholderData}>
      <BarList label={caption} bars={bars} />
      <p className="mt-2 text-soft text-xs">
        {data.kind === "list"
          ? `Of ${applications(whole)}. Whoever chose several counts for each.`
          : `Of ${applications(whole)}.`}
      </p>
      <ChartTable
        caption={caption}
        head={["Answer", "Applications", "Of all"]}
        rows={bars.map(({ label, shown, href, share }) => [
          label,
          href === null ? shown : { text: shown, href },
          percentOf(Math.round(share * whole), whole),
        ])}
      />
    </div>
  );
}

function barsOf(
  eventId: string,
  { values, others, unanswered, kind, total }: BreakdownView,
): Bar[] {
  const whole = Math.max(1, total.count);
  const barOf = (key: string, label: string, of: BreakdownView["others"], fill?: string): Bar => ({
    key,
    label,
    shown: inDigits(of.count),
    unit: unitOf(of.count),
    share: of.count / whole,
    fill,
    title: `${label}: ${applications(of.count)}`,
    href: listHref(eventId, of.address),
  });
  return [
    ...values.map((one) => barOf(`is ${one.value}`, answerWords(one.value, kind), one)),
    ...(others.count > 0 ? [barOf("others", "Other answers", others, "rest")] : []),
    barOf("unanswered", "Not answered", unanswered, "rest"),
  ];
}
