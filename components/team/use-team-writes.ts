import { useMutation, useQueryClient } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import { send } from "@/components/queries/send";
import type { Role } from "@/lib/members/role-view";
import type { SightLevel } from "@/lib/members/sight-view";
import type { SeatLinkView } from "@/lib/members/team-view";

type Write =
  | { do: "role"; id: string; role: Role }
  | { do: "name"; id: string; name: string }
  | { do: "remove"; id: string }
  | { do: "merge"; id: string; into: string }
  | { do: "uninvite"; id: string }
  | { do: "level"; id: Role; level: SightLevel };

const at = (eventId: string) => `/api/events/${encodeURIComponent(eventId)}`;

/** Changes the team; its list shows what has become of it before anybody hears that it is done. */
export function useTeamWrites(eventId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (write: Write) => {
      if (write.do === "level") {
        const path = `${at(eventId)}/roles/${write.id}`;
        return send({ method: "PUT", path, body: { level: write.level } });
      }
      const member = `${at(eventId)}/members/${write.id}`;
      switch (write.do) {
        case "role":
          return send({ method: "PATCH", path: member, body: { role: write.role } });
        case "name":
          return send({ method: "PATCH", path: member, body: { name: write.name } });
        case "remove":
          return send({ method: "DELETE", path: member });
        case "merge":
          return send({ method: "POST", path: `${member}/merge`, body: { into: write.into } });
        case "uninvite":
          return send({ method: "DELETE", path: `${at(eventId)}/invitations/${write.id}` });
      }
    },
    onSettled: () => client.invalidateQueries(eventQueries.members(eventId)),
  });
}

export type TeamWrites = ReturnType<typeof useTeamWrites>;

export type InvitationFields = { name: string; role: Role; email: string };

/** Offers a seat, and answers its link, which is told this one time. */
export function useInvite(eventId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: InvitationFields) =>
      send<SeatLinkView>({ method: "POST", path: `${at(eventId)}/invitations`, body: fields }),
    onSuccess: () => client.invalidateQueries(eventQueries.members(eventId)),
  });
}

/** A link for one more device of one's own. */
export function useDeviceLink(eventId: string) {
  return useMutation({
    mutationFn: () => send<SeatLinkView>({ method: "POST", path: `${at(eventId)}/device-links` }),
  });
}
