import type { Metadata } from "next";
import { loadEntry } from "@/app/portal/[eventId]/load-entry";
import { isChallenge } from "@/components/portal/sign-in/sign-in-secret";
import { SignInStart } from "@/components/portal/sign-in/sign-in-start";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

type Props = {
  params: Promise<{ eventId: string }>;
  searchParams: Promise<{ challenge?: string | string[] }>;
};

/** The window that a frame opens to sign in: it goes on to Revento by itself. */
export default async function SignInPage({ params, searchParams }: Props) {
  const { eventId } = await params;
  const { challenge } = await searchParams;
  const { event } = await loadEntry(eventId);
  const isBroken = challenge !== undefined && !isChallenge(challenge);
  return (
    <SignInStart
      eventId={eventId}
      event={event}
      challenge={isChallenge(challenge) ? challenge : null}
      isBroken={isBroken}
    />
  );
}
