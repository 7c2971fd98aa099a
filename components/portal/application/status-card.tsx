import { ExternalLink } from "lucide-react";
import { labelOfField } from "@/components/answers/answer-value";
import { describeStatus } from "@/components/status/describe-status";
import { ExactTime } from "@/components/time/exact-time";
import { buttonLook } from "@/components/ui/button-look";
import type { MyApplicationView } from "@/lib/portal/me-view";
import { asksForChange, statusWords } from "./status-words";

type Props = { application: MyApplicationView | null; reventoUrl: string | null };

/** The status in words, what it means, and what to do next. */
export function StatusCard({ application, reventoUrl }: Props) {
  const status = application?.status ?? null;
  const { icon: Icon, badge, word } = describeStatus(status);
  const { title, text, next } = statusWords(status);
  return (
    <section
      aria-labelledby="status"
      className="overflow-hidden rounded-lg border border-line bg-surface"
    >
      <p className={`flex items-center gap-2 px-4 py-2.5 font-medium text-sm sm:px-6 ${badge}`}>
        <Icon aria-hidden="true" size={17} className="shrink-0" />
        {word}
      </p>
      <div className="grid max-w-prose gap-3 p-4 sm:p-6">
        <h2 id="status" aria-live="polite" className="font-display text-2xl text-balance">
          {title}
        </h2>
        <p className="leading-relaxed text-pretty">{text}</p>
        <p className="leading-relaxed text-pretty">{next}</p>
        {asksForChange(status) && application ? <Changeable application={application} /> : null}
        <ReventoLink url={reventoUrl} isAsked={asksForChange(status)} />
        {application?.submittedAt ? (
          <p className="text-soft text-sm">
            Sent <ExactTime at={application.submittedAt} />
          </p>
        ) : null}
      </div>
    </section>
  );
}

function Changeable({ application: { fields } }: { application: MyApplicationView }) {
  const labels = Object.keys(fields).map(labelOfField);
  if (labels.length === 0) return null;
  return (
    <div className="text-sm">
      <p className="mb-1.5">These are the answers you gave, and can give anew:</p>
      <ul className="flex flex-wrap gap-1.5">
        {labels.map((label) => (
          <li
            key={label}
            className="rounded-full bg-revision-tint px-2.5 py-0.5 text-revision text-xs"
            dir="auto"
          >
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The way to the application in Revento. */
export function ReventoLink({ url, isAsked }: { url: string | null; isAsked: boolean }) {
  if (!url) {
    return isAsked ? (
      <p className="font-medium text-sm">
        Open this event in Revento, and change your application there.
      </p>
    ) : null;
  }
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener"
      className={`${buttonLook(isAsked ? "primary" : "plain")} w-fit`}
    >
      {isAsked ? "Change it in Revento" : "Open it in Revento"}
      <ExternalLink aria-hidden="true" size={15} />
      <span className="sr-only">(opens in a new window)</span>
    </a>
  );
}
