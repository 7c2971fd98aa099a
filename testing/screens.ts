/** Who looks: somebody who is signed in nowhere, or with a session of that kind. */
type ScreenRole = "nobody" | "organizer" | "participant" | "operator";

/** One state of one screen, to be looked at in a browser. */
export type Screen = {
  name: string;
  /** The file in app/ that draws it. */
  file: string;
  path: string;
  role: ScreenRole;
  /** How a participant's application stands. */
  status?: string;
  /** Its first paint depends on the width: it is loaded for each. */
  isLoadedAnew?: true;
};

const EVENT = "evt_harbor";
const PORTAL = `/portal/${EVENT}`;
const ORGANIZERS = `/events/${EVENT}`;
const IN_EVENT = "app/events/[eventId]";
const IN_PORTAL = "app/portal/[eventId]/(portal)";
const IN_CONSOLE = "app/admin/(console)";

type Row = [name: string, file: string, path: string, more?: Partial<Screen>];

function rows(role: ScreenRole, ...given: Row[]): Screen[] {
  return given.map(([name, file, path, more]) => ({ name, file, path, role, ...more }));
}

const LIST = { isLoadedAnew: true } as const;

export const ORGANIZER_SCREENS = rows(
  "organizer",
  ["the landing page", "app/page.tsx", "/"],
  ["the events", "app/events/page.tsx", "/events"],
  ["an event", `${IN_EVENT}/page.tsx`, ORGANIZERS],
  ["applications", `${IN_EVENT}/applications/page.tsx`, `${ORGANIZERS}/applications`, LIST],
  [
    "applications that nothing matches",
    `${IN_EVENT}/applications/page.tsx`,
    `${ORGANIZERS}/applications?q=nobody-is-called-this`,
    LIST,
  ],
  [
    "applications with somebody opened",
    `${IN_EVENT}/applications/page.tsx`,
    `${ORGANIZERS}/applications?selected=ptp_harbor_1`,
    LIST,
  ],
  [
    "an application read on the whole page",
    `${IN_EVENT}/applications/page.tsx`,
    `${ORGANIZERS}/applications?selected=ptp_harbor_1&reading=true`,
    LIST,
  ],
  ["the corrections", `${IN_EVENT}/corrections/page.tsx`, `${ORGANIZERS}/corrections`],
  ["participants", `${IN_EVENT}/participants/page.tsx`, `${ORGANIZERS}/participants`, LIST],
  ["the program", `${IN_EVENT}/program/page.tsx`, `${ORGANIZERS}/program`],
  ["reviewing", `${IN_EVENT}/review/page.tsx`, `${ORGANIZERS}/review`],
  ["settings", `${IN_EVENT}/settings/page.tsx`, `${ORGANIZERS}/settings`],
  [
    "a page that an event does not have",
    `${IN_EVENT}/[...unknown]/page.tsx`,
    `${ORGANIZERS}/nothing/here`,
  ],
  ["the door", "app/door/[eventId]/page.tsx", "/door/evt_harbor"],
  ["a link into a seat that leads nowhere", "app/join/[token]/route.ts", `/join/${"a".repeat(43)}`],
  ["the parts of the design", "app/design/page.tsx", "/design"],
  ["connecting", "app/connect/route.ts", "/connect?event_id=nothing"],
  [
    "a connection that came to nothing",
    "app/connect/callback/route.ts",
    "/connect/callback?code=a&state=b",
  ],
  ["a certificate that is not there", "app/certificates/[id]/route.ts", "/certificates/none"],
);

export const PROGRAM_SCREENS = rows(
  "organizer",
  ["the program by day", `${IN_EVENT}/program/page.tsx`, `${ORGANIZERS}/program`],
  ["the program by place", `${IN_EVENT}/program/page.tsx`, `${ORGANIZERS}/program?by=place`],
  ["the timetable", `${IN_EVENT}/program/page.tsx`, `${ORGANIZERS}/program?view=timetable`, LIST],
);

export const PORTAL_SCREENS = [
  ...rows(
    "nobody",
    ["the door", `${IN_PORTAL}/page.tsx`, PORTAL],
    ["the door of nothing", `${IN_PORTAL}/page.tsx`, "/portal/evt_there_is_none"],
    [
      "the window of a frame's sign-in",
      "app/portal/[eventId]/sign-in/page.tsx",
      `${PORTAL}/sign-in?challenge=short`,
    ],
    [
      "a sign-in that came to nothing",
      "app/api/auth/callback/revento/route.ts",
      "/api/auth/callback/revento?code=a&state=b",
    ],
  ),
  ...rows(
    "participant",
    ["an application that waits", `${IN_PORTAL}/page.tsx`, PORTAL, { status: "pending" }],
    ["an approved application", `${IN_PORTAL}/page.tsx`, PORTAL, { status: "approved" }],
    ["a rejected application", `${IN_PORTAL}/page.tsx`, PORTAL, { status: "rejected" }],
    [
      "an application to be changed",
      `${IN_PORTAL}/page.tsx`,
      PORTAL,
      { status: "revision_requested" },
    ],
    ["a cancelled application", `${IN_PORTAL}/page.tsx`, PORTAL, { status: "cancelled" }],
    ["the program", `${IN_PORTAL}/program/page.tsx`, `${PORTAL}/program`, { status: "approved" }],
    ["an agenda", `${IN_PORTAL}/agenda/page.tsx`, `${PORTAL}/agenda`, { status: "approved" }],
    ["an empty agenda", `${IN_PORTAL}/agenda/page.tsx`, `${PORTAL}/agenda`, { status: "rejected" }],
    ["my data", `${IN_PORTAL}/me/page.tsx`, `${PORTAL}/me`, { status: "approved" }],
  ),
];

/** `DELIVERY` in a path stands for a dead letter's. */
export const CONSOLE_SCREENS = rows(
  "operator",
  ["the overview", `${IN_CONSOLE}/page.tsx`, "/admin"],
  ["connections", `${IN_CONSOLE}/connections/page.tsx`, "/admin/connections"],
  [
    "connections that nothing matches",
    `${IN_CONSOLE}/connections/page.tsx`,
    "/admin/connections?q=nobody-is-called-this",
  ],
  ["a connection", `${IN_CONSOLE}/connections/[eventId]/page.tsx`, `/admin/connections/${EVENT}`],
  [
    "an ended connection",
    `${IN_CONSOLE}/connections/[eventId]/page.tsx`,
    "/admin/connections/evt_summit",
  ],
  ["deliveries", `${IN_CONSOLE}/deliveries/page.tsx`, "/admin/deliveries"],
  [
    "deliveries of unknown types",
    `${IN_CONSOLE}/deliveries/page.tsx`,
    "/admin/deliveries?outcome=unknown_type",
  ],
  [
    "a page of deliveries that continues nothing",
    `${IN_CONSOLE}/deliveries/page.tsx`,
    "/admin/deliveries?cursor=nothing",
  ],
  ["a delivery", `${IN_CONSOLE}/deliveries/[eventId]/[deliveryId]/page.tsx`, "DELIVERY"],
  ["erasures", `${IN_CONSOLE}/erasures/page.tsx`, "/admin/erasures"],
  ["suspension", `${IN_CONSOLE}/suspension/page.tsx`, "/admin/suspension"],
  ["installations", `${IN_CONSOLE}/installations/page.tsx`, "/admin/installations"],
  ["jobs", `${IN_CONSOLE}/jobs/page.tsx`, "/admin/jobs"],
  ["actions", `${IN_CONSOLE}/actions/page.tsx`, "/admin/actions"],
);

/** By the process that draws it: one knows one-time links, the other a provider. */
export const SIGN_IN_SCREENS = {
  links: rows(
    "nobody",
    ["how an operator signs in", "app/admin/sign-in/page.tsx", "/admin/sign-in"],
    ["a one-time link", "app/admin/sign-in/page.tsx", `/admin/sign-in?token=${"a".repeat(43)}`],
  ),
  provider: rows(
    "nobody",
    ["a sign-in at a provider", "app/admin/sign-in/page.tsx", "/admin/sign-in"],
    [
      "a sign-in that a provider refused",
      "app/api/auth/callback/operators/route.ts",
      "/api/auth/callback/operators?code=a&state=b",
    ],
  ),
};

export const SCREENS: Screen[] = [
  ...ORGANIZER_SCREENS,
  ...PROGRAM_SCREENS,
  ...PORTAL_SCREENS,
  ...CONSOLE_SCREENS,
  ...SIGN_IN_SCREENS.links,
  ...SIGN_IN_SCREENS.provider,
];
