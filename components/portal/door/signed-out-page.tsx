import { SignInButton } from "@/components/portal/sign-in/sign-in-button";
import type { PublicEventView, SignedOutReason } from "@/lib/portal/portal-entry-view";
import { DoorPage } from "./door-page";
import { EventFacts } from "./event-facts";
import { LookAgain } from "./look-again";
import { signedOutWords } from "./signed-out-words";

type Props = { eventId: string; event: PublicEventView | null; reason: SignedOutReason | null };

/** Tells somebody who was signed in that they no longer are, why, and what they can do. */
export function SignedOutPage({ eventId, event, reason }: Props) {
  const { title, happened, next, canSignIn } = signedOutWords(reason, event !== null);
  return (
    <DoorPage>
      <section
        role="alert"
        className="w-full max-w-xl self-center rounded-lg border border-line bg-surface p-5 shadow-lift sm:p-8"
      >
        {event ? (
          <p className="mb-3 line-clamp-2 text-soft text-sm [overflow-wrap:anywhere]" dir="auto">
            {event.title}
          </p>
        ) : null}
        <h1 className="font-display text-2xl text-balance">{title}</h1>
        <p className="mt-3 leading-relaxed text-pretty">
          {happened} {next}
        </p>
        {canSignIn ? (
          <div className="mt-6">
            <SignInButton eventId={eventId} word="Sign in again" />
          </div>
        ) : null}
        {reason === "not_available" ? <LookAgain eventId={eventId} /> : null}
        {event ? (
          <div className="mt-6 border-line border-t pt-4 text-sm">
            <EventFacts event={event} />
          </div>
        ) : null}
      </section>
    </DoorPage>
  );
}
