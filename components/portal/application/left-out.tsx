"use client";

import { SignInButton } from "@/components/portal/sign-in/sign-in-button";
import { Card } from "@/components/ui/card";

/** For whoever left their application out when they signed in: everything else works. */
export function LeftOut({ eventId }: { eventId: string }) {
  return (
    <Card title="Your application is not shown here">
      <p className="mb-4 max-w-prose leading-relaxed text-pretty">
        When you signed in, you left out your application, so it is not shown here. The program and
        your own agenda work as they are. If you change your mind, Revento asks you once more.
      </p>
      <SignInButton eventId={eventId} word="Allow it" look="plain" size="usual" />
    </Card>
  );
}
