/** One way to change something of an event as one of its members. `EVENT` in a path stands for its id. */
export type EventWrite = {
  file: string;
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  body?: object;
  /** What the event's owner gets. */
  owner: number;
};

const API = "app/api/events/[eventId]";
/** A view of the team's, by the list that it is of. */
export const PLANTED_VIEWS = {
  applications: "5a1e4f00-0000-4000-8000-000000000001",
  participants: "5a1e4f00-0000-4000-8000-000000000002",
};

/** A file that the event's owner has asked for. */
export const PLANTED_EXPORT = "5a1e4f00-0000-4000-8000-000000000003";

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
    },
    { ...view, method: "PATCH", body: { name: "Renamed" }, owner: 200 },
    { ...view, method: "DELETE", owner: 204 },
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
