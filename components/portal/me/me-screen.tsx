"use client";

import { useQuery } from "@tanstack/react-query";
import { NotLoaded } from "@/components/portal/shell/not-loaded";
import { Screen } from "@/components/portal/shell/screen";
import { portalQueries } from "@/components/queries/portal-queries";
import { ExactTime } from "@/components/time/exact-time";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import type { MeView } from "@/lib/portal/me-view";
import { MyData } from "./my-data";
import { ScopeList } from "./scope-list";
import { SignOutCard } from "./sign-out-card";

/** Who is signed in, what Foyer holds about them, and the ways out. */
export function MeScreen({ eventId }: { eventId: string }) {
  const { data, error, refetch } = useQuery(portalQueries.me(eventId));
  return (
    <Screen title="Me">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {data ? <Profile me={data} /> : <NotLoaded error={error} onRetry={() => void refetch()} />}
        <SignOutCard eventId={eventId} />
        <MyData eventId={eventId} />
      </div>
    </Screen>
  );
}

function Profile({ me: { profile, grantedAt, scopes } }: { me: MeView }) {
  return (
    <Card title="My profile" aside="From Revento">
      <Facts
        facts={[
          [
            "Name",
            profile.name ? (
              <span key="name" dir="auto">
                {profile.name}
              </span>
            ) : (
              "not known"
            ),
          ],
          ["E-mail address", profile.email ?? "not known"],
          ["Signed in since", <ExactTime key="granted" at={grantedAt} />],
          [
            "Read from Revento",
            profile.readAt ? <ExactTime key="read" at={profile.readAt} /> : null,
          ],
          ["This portal may see", <ScopeList key="scopes" scopes={scopes} />],
          ["Theme", <ThemeSwitch key="theme" />],
        ]}
      />
      <p className="mt-5 max-w-prose text-soft text-sm leading-relaxed">
        This portal only reads. Change your profile in Revento; there you can also take the access
        back at any time.
      </p>
    </Card>
  );
}
