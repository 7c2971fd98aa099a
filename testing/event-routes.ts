import { PLANTED_EXPORT } from "./event-writes";

/** Every way to ask for something of an event, by file; `EVENT` in a path stands for its id. */
export const EVENT_ROUTES: Record<string, string> = {
  "app/api/events/[eventId]/applications/[participantId]/route.ts":
    "/api/events/EVENT/applications/ptp_harbor_1",
  "app/api/events/[eventId]/applications/[participantId]/notes/route.ts":
    "/api/events/EVENT/applications/ptp_harbor_1/notes",
  "app/api/events/[eventId]/applications/[participantId]/rating/route.ts":
    "/api/events/EVENT/applications/ptp_harbor_1/rating",
  "app/api/events/[eventId]/labels/route.ts": "/api/events/EVENT/labels",
  "app/api/events/[eventId]/review/progress/route.ts": "/api/events/EVENT/review/progress",
  "app/api/events/[eventId]/review-settings/route.ts": "/api/events/EVENT/review-settings",
  "app/api/events/[eventId]/applications/[participantId]/answer/route.ts":
    "/api/events/EVENT/applications/ptp_harbor_1/answer?key=favorite_track",
  "app/api/events/[eventId]/applications/[participantId]/place/route.ts":
    "/api/events/EVENT/applications/ptp_harbor_1/place?list=applications",
  "app/api/events/[eventId]/applications/counts/route.ts":
    "/api/events/EVENT/applications/counts?facet=domain",
  "app/api/events/[eventId]/applications/layout/route.ts": "/api/events/EVENT/applications/layout",
  "app/api/events/[eventId]/applications/views/route.ts": "/api/events/EVENT/applications/views",
  "app/api/events/[eventId]/applications/route.ts": "/api/events/EVENT/applications",
  "app/api/events/[eventId]/batch/route.ts":
    "/api/events/EVENT/batch?of=overview&of=applications&of=participants%2Fcounts",
  "app/api/events/[eventId]/connection/route.ts": "/api/events/EVENT/connection",
  "app/api/events/[eventId]/corrections/route.ts": "/api/events/EVENT/corrections",
  "app/api/events/[eventId]/deliveries/route.ts": "/api/events/EVENT/deliveries",
  "app/api/events/[eventId]/erasure/route.ts": "/api/events/EVENT/erasure",
  "app/api/events/[eventId]/exports/[exportId]/file/route.ts": `/api/events/EVENT/exports/${PLANTED_EXPORT}/file`,
  "app/api/events/[eventId]/exports/[exportId]/route.ts": `/api/events/EVENT/exports/${PLANTED_EXPORT}`,
  "app/api/events/[eventId]/feed/route.ts": "/api/events/EVENT/feed",
  "app/api/events/[eventId]/form-fields/route.ts": "/api/events/EVENT/form-fields",
  "app/api/events/[eventId]/insights/route.ts": "/api/events/EVENT/insights",
  "app/api/events/[eventId]/members/route.ts": "/api/events/EVENT/members",
  "app/api/events/[eventId]/mentions/route.ts": "/api/events/EVENT/mentions",
  "app/api/events/[eventId]/overview/route.ts": "/api/events/EVENT/overview",
  "app/api/events/[eventId]/participants/counts/route.ts":
    "/api/events/EVENT/participants/counts?facet=domain",
  "app/api/events/[eventId]/participants/layout/route.ts": "/api/events/EVENT/participants/layout",
  "app/api/events/[eventId]/participants/views/route.ts": "/api/events/EVENT/participants/views",
  "app/api/events/[eventId]/participants/route.ts": "/api/events/EVENT/participants",
  "app/api/events/[eventId]/program/route.ts": "/api/events/EVENT/program",
  "app/api/events/[eventId]/sync/route.ts": "/api/events/EVENT/sync",
  "app/api/events/[eventId]/trail/route.ts": "/api/events/EVENT/trail",
  "app/door/[eventId]/page.tsx": "/door/EVENT",
  "app/events/[eventId]/applications/page.tsx": "/events/EVENT/applications",
  "app/events/[eventId]/corrections/page.tsx": "/events/EVENT/corrections",
  "app/events/[eventId]/page.tsx": "/events/EVENT",
  "app/events/[eventId]/participants/page.tsx": "/events/EVENT/participants",
  "app/events/[eventId]/program/page.tsx": "/events/EVENT/program",
  "app/events/[eventId]/review/page.tsx": "/events/EVENT/review",
  "app/events/[eventId]/settings/page.tsx": "/events/EVENT/settings",
  "server/stream-endpoint.ts": "/api/events/EVENT/stream",
  "server/stream-address.ts": "/api/stream?of=events/EVENT",
};
