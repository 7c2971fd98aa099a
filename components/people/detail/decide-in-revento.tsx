import { ExternalLink } from "lucide-react";
import { useSight } from "@/components/queries/use-sight";
import { buttonLook } from "@/components/ui/button-look";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";

type Props = { eventId: string; person: ApplicationDetailView };

/**
 * Foyer only reads: whoever wants to decide goes to Revento, by a link where its address is known. Revento says who
 * somebody is: whoever reviews blindly is not sent there.
 */
export function DecideInRevento({ eventId, person }: Props) {
  const { applicationId, reventoUrl } = person;
  const { name: seesNames } = useSight(eventId);
  if (!seesNames || applicationId === null || person.removedAt !== null) return null;
  if (reventoUrl !== null) {
    return (
      <a
        href={reventoUrl}
        target="_blank"
        rel="noopener noreferrer"
        className={buttonLook(isDecided(person.status) ? "plain" : "primary")}
      >
        Decide in Revento
        <ExternalLink aria-hidden="true" size={15} />
        <span className="sr-only">(opens in a new tab)</span>
      </a>
    );
  }
  return (
    <p className="text-soft text-sm leading-relaxed">
      Decide in Revento: open your event there, then its applications, and look for{" "}
      <span className="font-mono text-xs [overflow-wrap:anywhere]">{applicationId}</span>.
    </p>
  );
}

function isDecided(status: string | null): boolean {
  return status !== "pending" && status !== "revision_requested";
}
