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

/** While Revento has suspended Foyer there is nobody who could be asked for consent. */
export function ReconnectLater() {
  return (
    <button
      type="button"
      aria-disabled="true"
      title="Revento has suspended Foyer: no event can be connected for now"
      className={`${buttonLook("plain")} cursor-not-allowed opacity-60 max-sm:w-full`}
    >
      Connect again
    </button>
  );
}
