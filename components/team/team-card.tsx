"use client";

import { useQuery } from "@tanstack/react-query";
import { MonitorSmartphone, UserPlus } from "lucide-react";
import { useState } from "react";
import { ROLE_WORDS } from "@/components/labels/role-words";
import { eventQueries } from "@/components/queries/event-queries";
import { ExactTime } from "@/components/time/exact-time";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DidNotLoad } from "@/components/ui/did-not-load";
import { Failure } from "@/components/ui/failure";
import { Fold } from "@/components/ui/fold";
import { may } from "@/lib/members/permissions-view";
import type { InvitationView, TeamView } from "@/lib/members/team-view";
import { DeviceDialog } from "./device-dialog";
import { InviteDialog } from "./invite-dialog";
import { LevelChoices } from "./level-choices";
import { MemberRow } from "./member-row";
import { PermissionTable } from "./permission-table";
import { type TeamWrites, useTeamWrites } from "./use-team-writes";

/** Who works on the event, and how others come in. */
export function TeamCard({ eventId }: { eventId: string }) {
  const { data, isError, refetch } = useQuery(eventQueries.members(eventId));
  return (
    <Card title="Team" id="team" aside={data ? countWords(data) : undefined}>
      {data ? <Team eventId={eventId} team={data} /> : null}
      {!data && isError ? <DidNotLoad onRetry={() => void refetch()} /> : null}
    </Card>
  );
}

function countWords({ members }: TeamView): string {
  return members.length === 1 ? "1 member" : `${members.length} members`;
}

function Team({ eventId, team }: { eventId: string; team: TeamView }) {
  const writes = useTeamWrites(eventId);
  const [asking, setAsking] = useState<"invite" | "device" | null>(null);
  const self = team.members.find(({ isSelf }) => isSelf);
  const mayManage = self !== undefined && may(self.role, "members.manage");
  return (
    <>
      <ul className="-my-1 divide-y divide-line">
        {team.members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            self={self}
            writes={writes}
            mayManage={mayManage}
          />
        ))}
        {team.invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} writes={writes} />
        ))}
      </ul>
      <Failure error={writes.error} />
      <div className="mt-4 flex flex-wrap gap-2">
        {mayManage ? (
          <Button look="primary" onClick={() => setAsking("invite")}>
            <UserPlus aria-hidden="true" size={16} />
            Invite
          </Button>
        ) : null}
        <Button onClick={() => setAsking("device")}>
          <MonitorSmartphone aria-hidden="true" size={16} />
          Use on another device
        </Button>
      </div>
      <div className="mt-5">
        <Fold title="Who sees what of people">
          <LevelChoices levels={team.levels} writes={writes} mayManage={mayManage} />
        </Fold>
        <Fold title="Who may do what">
          <PermissionTable />
        </Fold>
      </div>
      <InviteDialog
        eventId={eventId}
        isOpen={asking === "invite"}
        onClose={() => setAsking(null)}
      />
      <DeviceDialog
        eventId={eventId}
        isOpen={asking === "device"}
        onClose={() => setAsking(null)}
      />
    </>
  );
}

type InvitationProps = { invitation: InvitationView; writes: TeamWrites };

function InvitationRow({ invitation, writes }: InvitationProps) {
  const { id, name, role, email, expiresAt } = invitation;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-3 py-2.5">
      <p className="min-w-0 truncate text-sm">
        <span dir="auto">{name}</span>
        <span className="block truncate text-soft text-xs">
          {email ? <span dir="auto">{email} · </span> : null}
          invited, until <ExactTime at={expiresAt} />
        </span>
      </p>
      <span className="text-soft text-sm">{ROLE_WORDS[role].word}</span>
      <Button
        look="quiet"
        aria-label={`Take back the invitation of ${name}`}
        disabled={writes.isPending}
        focusableWhenDisabled
        onClick={() => writes.mutate({ do: "uninvite", id })}
      >
        Take back
      </Button>
    </li>
  );
}
