"use client";

import { useQuery } from "@tanstack/react-query";
import { AnswerList } from "@/components/answers/answer-list";
import { NotLoaded } from "@/components/portal/shell/not-loaded";
import { Screen } from "@/components/portal/shell/screen";
import { answerQueries } from "@/components/queries/answer-queries";
import { portalQueries } from "@/components/queries/portal-queries";
import { Card } from "@/components/ui/card";
import { lazyPiece } from "@/components/ui/lazy-piece";
import type { MeView, MyApplicationView } from "@/lib/portal/me-view";
import { ApplicationHistory } from "./application-history";
import { Freshness } from "./freshness";
import { PassCard } from "./pass-card";
import { ReventoLink, StatusCard } from "./status-card";

// With it comes all of the sign-in, which most have behind them.
const LeftOut = lazyPiece(() => import("./left-out").then((module) => module.LeftOut));

/** The portal's first page: how one's own application stands. */
export function ApplicationScreen({ eventId }: { eventId: string }) {
  const { data, error, refetch } = useQuery(portalQueries.me(eventId));
  return (
    <Screen title="My application">
      {data ? (
        <MyApplication eventId={eventId} me={data} />
      ) : (
        <NotLoaded error={error} onRetry={() => void refetch()} />
      )}
    </Screen>
  );
}

function MyApplication({ eventId, me }: { eventId: string; me: MeView }) {
  if (!me.mayReadApplication) return <LeftOut eventId={eventId} />;
  const { application, reventoUrl } = me;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      {application?.status === "approved" ? (
        <PassCard eventId={eventId} name={me.profile.name}>
          <ReventoLink url={reventoUrl} isAsked={false} />
        </PassCard>
      ) : (
        <StatusCard application={application} reventoUrl={reventoUrl} />
      )}
      <Freshness eventId={eventId} me={me} />
      {application ? (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 md:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
          <MyAnswers eventId={eventId} application={application} />
          <Card title="What happened so far">
            <ApplicationHistory history={application.history} />
          </Card>
        </div>
      ) : null}
    </div>
  );
}

type MyAnswersProps = { eventId: string; application: MyApplicationView };

function MyAnswers({ eventId, application: { fields, cutAnswers, cuts } }: MyAnswersProps) {
  return (
    <Card title="My answers" aside="As Revento has them">
      {Object.keys(fields).length === 0 ? (
        <p className="text-soft text-sm">The form asked nothing of its own.</p>
      ) : (
        <AnswerList
          fields={fields}
          cut={cutAnswers}
          cuts={cuts}
          rest={(key, from) => answerQueries.own(eventId, key, from)}
        />
      )}
    </Card>
  );
}
