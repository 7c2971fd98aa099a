import { buttonLook } from "@/components/ui/button-look";

/** Leads through Revento's consent back to this event. */
export function ReconnectLink({ eventId, isUrgent }: { eventId: string; isUrgent: boolean }) {
  return (
    <a
      href={`/connect?event_id=${eventId}`}
      className={`${buttonLook(isUrgent ? "primary" : "plain")} max-sm:w-full`}
    >
      Connect again
    </a>
  );
}
