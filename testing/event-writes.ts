import type { Permission } from "@/lib/members/permissions-view";
import { USUAL_SETTINGS } from "@/lib/reviews/review-settings-view";

/** One way to change something of an event as one of its members. `EVENT` in a path stands for its id. */
export type EventWrite = {
  file: string;
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  body?: object;
  /** What the event's owner gets. */
  owner: number;
  /** Where the verb asks for more than the route. */
  permission?: Permission;
};

const API = "app/api/events/[eventId]";
/** A view of the team's, by the list that it is of. */
export const PLANTED_VIEWS = {
  applications: "5a1e4f00-0000-4000-8000-000000000001",
  participants: "5a1e4f00-0000-4000-8000-000000000002",
};

/** A file that the event's owner has asked for. */
export const PLANTED_EXPORT = "5a1e4f00-0000-4000-8000-000000000003";

/** Somebody of the team whom nobody is, and a seat that was offered. */
export const PLANTED_MEMBER = "5a1e4f00-0000-4000-8000-000000000004";
export const PLANTED_NOTE = "5a1e4f00-0000-4000-8000-000000000006";
export const PLANTED_LABEL = "5a1e4f00-0000-4000-8000-000000000007";
export const PLANTED_INVITATION = "5a1e4f00-0000-4000-8000-000000000005";

function writesOfViews(list: keyof typeof PLANTED_VIEWS): EventWrite[] {
  const at = `/api/events/EVENT/${list}`;
  const view = {
    file: `${API}/${list}/views/[viewId]/route.ts`,
    path: `${at}/views/${PLANTED_VIEWS[list]}`,
  };
  return [
    {
      file: `${API}/${list}/layout/route.ts`,
      method: "PUT",
      path: `${at}/layout`,
      body: { columns: [{ id: "name" }] },
      owner: 200,
    },
    {
      file: `${API}/${list}/views/route.ts`,
      method: "POST",
      path: `${at}/views`,
      body: { name: "Tried from everywhere", address: "status=approved", isTeam: true },
      owner: 200,
      permission: "views.share",
    },
    { ...view, method: "PATCH", body: { name: "Renamed" }, owner: 200, permission: "views.share" },
    { ...view, method: "DELETE", owner: 204, permission: "views.share" },
  ];
}

function writesOfNotes(): EventWrite[] {
  const note = {
    file: `${API}/notes/[noteId]/route.ts`,
    path: `/api/events/EVENT/notes/${PLANTED_NOTE}`,
  };
  return [
    {
      file: `${API}/applications/[participantId]/notes/route.ts`,
      method: "POST",
      path: "/api/events/EVENT/applications/ptp_harbor_1/notes",
      body: { text: "Tried from everywhere" },
      owner: 201,
    },
    {
      file: `${API}/mentions/read/route.ts`,
      method: "POST",
      path: "/api/events/EVENT/mentions/read",
      body: {},
      owner: 204,
    },
    // Another's words are nobody's to change.
    { ...note, method: "PATCH", body: { text: "Mine", version: 1 }, owner: 403 },
    { ...note, method: "DELETE", owner: 204, permission: "notes.moderate" },
  ];
}

function writesOfReviews(): EventWrite[] {
  const rating = {
    file: `${API}/applications/[participantId]/rating/route.ts`,
    path: "/api/events/EVENT/applications/ptp_harbor_1/rating",
  };
  const label = {
    file: `${API}/labels/[labelId]/route.ts`,
    path: `/api/events/EVENT/labels/${PLANTED_LABEL}`,
  };
  return [
    {
      file: `${API}/review-settings/route.ts`,
      method: "PUT",
      path: "/api/events/EVENT/review-settings",
      body: USUAL_SETTINGS,
      owner: 200,
    },
    {
      file: `${API}/labels/route.ts`,
      method: "POST",
      path: "/api/events/EVENT/labels",
      body: { name: "Tried from everywhere", color: "green" },
      owner: 201,
    },
    { ...label, method: "PATCH", body: { name: "Tried as well" }, owner: 200 },
    { ...label, method: "DELETE", owner: 204 },
    {
      file: `${API}/applications/[participantId]/labels/route.ts`,
      method: "PUT",
      path: "/api/events/EVENT/applications/ptp_harbor_1/labels",
      body: { labelIds: [] },
      owner: 200,
    },
    {
      file: `${API}/assignments/route.ts`,
      method: "POST",
      path: "/api/events/EVENT/assignments",
      body: { selection: { all: true }, reviewerIds: [], mode: "each", replace: true },
      owner: 200,
    },
    {
      file: `${API}/review/next/route.ts`,
      method: "POST",
      path: "/api/events/EVENT/review/next",
      owner: 200,
    },
    ...(["PUT", "DELETE"] as const).map((method) => ({
      file: `${API}/applications/[participantId]/presence/route.ts`,
      method,
      path: "/api/events/EVENT/applications/ptp_harbor_1/presence",
      owner: method === "PUT" ? 200 : 204,
    })),
    { ...rating, method: "PUT", body: { scores: { overall: 4 } }, owner: 200 },
    { ...rating, method: "DELETE", owner: 200 },
  ];
}

function writesOfTeam(): EventWrite[] {
  const member = `/api/events/EVENT/members/${PLANTED_MEMBER}`;
  return [
    {
      file: `${API}/device-links/route.ts`,
      method: "POST",
      path: "/api/events/EVENT/device-links",
      owner: 201,
    },
    {
      file: `${API}/invitations/route.ts`,
      method: "POST",
      path: "/api/events/EVENT/invitations",
      body: { name: "Rea", role: "reviewer" },
      owner: 201,
    },
    {
      file: `${API}/invitations/[invitationId]/route.ts`,
      method: "DELETE",
      path: `/api/events/EVENT/invitations/${PLANTED_INVITATION}`,
      owner: 204,
    },
    {
      file: `${API}/roles/[role]/route.ts`,
      method: "PUT",
      path: "/api/events/EVENT/roles/viewer",
      body: { level: "everything" },
      owner: 204,
    },
    {
      file: `${API}/members/[memberId]/merge/route.ts`,
      method: "POST",
      path: `${member}/merge`,
      body: { into: PLANTED_MEMBER },
      // A seat is one with itself.
      owner: 409,
    },
    {
      file: `${API}/members/[memberId]/route.ts`,
      method: "PATCH",
      path: member,
      body: { role: "reviewer" },
      owner: 204,
      permission: "members.manage",
    },
    {
      file: `${API}/members/[memberId]/route.ts`,
      method: "DELETE",
      path: member,
      owner: 204,
      permission: "members.manage",
    },
  ];
}

/** Changes nothing, but asks with more than an address holds. */
function matchesOf(list: keyof typeof PLANTED_VIEWS): EventWrite {
  return {
    file: `${API}/${list}/matches/route.ts`,
    method: "POST",
    path: `/api/events/EVENT/${list}/matches`,
    body: { emails: ["nobody@example.org"] },
    owner: 200,
  };
}

/** Every way to change something of an event, those that put an end to something last. */
export const EVENT_WRITES: EventWrite[] = [
  matchesOf("applications"),
  matchesOf("participants"),
  {
    file: `${API}/exports/route.ts`,
    method: "POST",
    path: "/api/events/EVENT/exports",
    body: { list: "applications", format: "csv", columns: ["email"] },
    owner: 200,
  },
  {
    file: `${API}/emails/route.ts`,
    method: "POST",
    path: "/api/events/EVENT/emails",
    body: { list: "applications", picked: { ids: ["ptp_harbor_1"] } },
    owner: 200,
  },
  {
    file: `${API}/reviewers/[reviewerId]/route.ts`,
    method: "PUT",
    path: "/api/events/EVENT/reviewers/usr_ana",
    body: { name: "Ana" },
    owner: 204,
  },
  ...writesOfNotes(),
  ...writesOfReviews(),
  ...writesOfTeam(),
  ...writesOfViews("applications"),
  ...writesOfViews("participants"),
  {
    file: `${API}/erasure/route.ts`,
    method: "POST",
    path: "/api/events/EVENT/erasure",
    // Its connection goes on.
    owner: 409,
  },
];
