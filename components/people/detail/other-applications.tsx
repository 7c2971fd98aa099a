import { StatusBadge } from "@/components/status/status-badge";
import { ExactTime } from "@/components/time/exact-time";
import type { OtherApplicationView } from "@/lib/participants/application-detail-view";

type Props = {
  eventId: string;
  others: readonly OtherApplicationView[];
  onSelect?: ((participantId: string) => void) | undefined;
};

/** What else the same person has applied for, each a way there. */
export function OtherApplications({ eventId, others, onSelect }: Props) {
  if (others.length === 0) return null;
  const href = (id: string) =>
    `/events/${encodeURIComponent(eventId)}/applications?selected=${encodeURIComponent(id)}`;
  return (
    <section aria-label="Other applications of this person">
      <h3 className="mb-2 font-medium text-sm">
        {others.length === 1 ? "Another application" : "Other applications"} of this person
      </h3>
      <ul className="grid gap-1.5">
        {others.map(({ participantId, status, submittedAt }) => (
          <li key={participantId}>
            <a
              href={href(participantId)}
              onClick={(event) => {
                if (!onSelect || event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                onSelect(participantId);
              }}
              className="flex min-h-9 flex-wrap items-center justify-between gap-2 rounded-md border border-line px-3 py-2 text-sm hover:bg-canvas"
            >
              <StatusBadge status={status} />
              <span className="text-soft text-xs">
                {submittedAt ? (
                  <>
                    submitted <ExactTime at={submittedAt} />
                  </>
                ) : (
                  "not dated"
                )}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
