import { CircleCheck } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { labelOfField } from "@/components/answers/answer-value";
import { useSight } from "@/components/queries/use-sight";
import { Card } from "@/components/ui/card";
import type { QualityIssueView } from "@/lib/insights/insights-view";
import { listHref } from "./list-href";
import { applications, inDigits } from "./number-words";

type Props = { eventId: string; quality: readonly QualityIssueView[] };

/** What of the applications is worth a look before it is counted on; each leads to its list. */
export function QualityCard({ eventId, quality }: Props) {
  const { email } = useSight(eventId);
  return (
    <Card title="Data quality" className="lg:col-span-2">
      {quality.length === 0 ? (
        <p className="flex items-center gap-2 text-sm">
          <CircleCheck aria-hidden="true" size={16} className="shrink-0 text-approved" />
          {email
            ? "Nothing is missing, and no address comes twice."
            : "No answer is missing that most have given."}
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {quality.map((issue) => (
            <li key={`${issue.kind} ${issue.field}`}>
              <Link
                href={listHref(eventId, issue.found.address) as Route}
                prefetch={false}
                title={`${wordsOf(issue)}: ${applications(issue.found.count)}`}
                className="-mx-2 flex min-h-11 items-center justify-between gap-3 rounded-sm px-2 py-1.5 text-sm hover:bg-sunken"
              >
                <span className="min-w-0 [overflow-wrap:anywhere]">{wordsOf(issue)}</span>
                <span className="tabular-nums">{inDigits(issue.found.count)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function wordsOf({ kind, field }: QualityIssueView): string {
  if (kind === "no_address") return "Without an e-mail address that works";
  if (kind === "same_address") return "Address that somebody else has, too";
  return `${labelOfField(field ?? "")}: not answered`;
}
