import type { Metadata } from "next";
import { loadEntry, loadTitle } from "@/app/portal/[eventId]/load-entry";
import { isChallenge } from "@/components/portal/sign-in/sign-in-secret";
import { SignInStart } from "@/components/portal/sign-in/sign-in-start";

type Props = {
  params: Promise<{ eventId: string }>;
  searchParams: Promise<{ challenge?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = await loadTitle((await params).eventId);
  return { title: title === null ? "No portal here" : "Sign in", robots: { index: false } };
}

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
