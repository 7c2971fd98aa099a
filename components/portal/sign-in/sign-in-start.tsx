import { DoorPage } from "@/components/portal/door/door-page";
import type { PublicEventView } from "@/lib/portal/portal-entry-view";
import { SignInButton } from "./sign-in-button";

type Props = {
  eventId: string;
  event: PublicEventView | null;
  challenge: string | null;
  /** The address names a frame that cannot be. */
  isBroken: boolean;
};

/** Goes on to Revento by itself; the button is for when it does not. */
export function SignInStart({ eventId, event, challenge, isBroken }: Props) {
  return (
    <DoorPage>
      {event ? (
        <p className="mb-3 text-soft" dir="auto">
          {event.title}
        </p>
      ) : null}
      <h1 className="font-display text-2xl text-balance">
        {isBroken ? "This address is not complete" : "On to Revento"}
      </h1>
      <p className="mt-3 mb-6 max-w-prose leading-relaxed text-pretty">
        {isBroken
          ? "Close this window, and choose “Sign in with Revento” once more where you came from."
          : "Revento asks you who you are and what this portal may read. If nothing happens by itself, use the button."}
      </p>
      {isBroken ? null : <SignInButton eventId={eventId} challenge={challenge} startsByItself />}
    </DoorPage>
  );
}
