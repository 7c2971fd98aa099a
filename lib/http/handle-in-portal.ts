import { routeMaker } from "@/lib/http/handle";
import { visitorOf } from "@/lib/portal/portal-cookie";
import type { Visitor } from "@/lib/portal/visitor";
import { requireParticipant } from "@/lib/portal/with-participant";

type Params = Record<string, string>;

/** The event in the path decides which cookie counts. */
function identify(request: Request, { eventId = "" }: Params): Promise<Visitor> {
  return visitorOf(request.headers.get("cookie"), eventId);
}

/** Routes of the portal; what is sent to one must come from a participant who is signed in to it. */
export const handleInPortal = routeMaker<Visitor>({ identify, admit: requireParticipant });

/** A route of the portal for those who are not signed in yet: what they send proves who they are. */
export const handleAtPortalDoor = routeMaker<Visitor>({ identify, admit: async () => {} });
