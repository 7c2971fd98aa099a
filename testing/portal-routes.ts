/** One way to ask the portal for something. `EVENT` in a path stands for the event's id. */
export type PortalRoute = {
  file: string;
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  body?: object;
  /** What the participant gets who is signed in. */
  signedIn: number;
};

const API = "app/api/portal/[eventId]";
const PAGES = "app/portal/[eventId]";
const VERIFIER = "a".repeat(43);

function ask(file: string, path: string, more: Partial<PortalRoute> = {}): PortalRoute {
  return { file, path, method: "GET", signedIn: 200, ...more };
}

/** What only the participant of the event may ask: everybody else gets one and the same answer. */
export const GUARDED_ROUTES: PortalRoute[] = [
  ask(`${API}/me/route.ts`, "/api/portal/EVENT/me"),
  ask(`${API}/answer/route.ts`, "/api/portal/EVENT/answer?key=favorite_track"),
  ask(`${API}/me/refresh/route.ts`, "/api/portal/EVENT/me/refresh", { method: "POST" }),
  ask(`${API}/program/route.ts`, "/api/portal/EVENT/program"),
  ask(`${API}/program.ics/route.ts`, "/api/portal/EVENT/program.ics?of=all"),
  ask(`${API}/agenda/route.ts`, "/api/portal/EVENT/agenda"),
  ask(`${API}/agenda/[activityId]/route.ts`, "/api/portal/EVENT/agenda/act_harbor_1_1_1", {
    method: "PUT",
  }),
  ask(`${API}/agenda/[activityId]/route.ts`, "/api/portal/EVENT/agenda/act_harbor_1_1_1", {
    method: "DELETE",
  }),
  ask(`${API}/data/route.ts`, "/api/portal/EVENT/data"),
  ask(`${API}/data/download/route.ts`, "/api/portal/EVENT/data/download"),
  ask("server/stream-endpoint.ts", "/api/portal/EVENT/stream"),
  ask("server/stream-address.ts", "/api/stream?of=portal/EVENT"),
];

/** Its own answer to everybody: a code that is none. */
export const HANDOFF: PortalRoute = ask(`${API}/handoff/route.ts`, "/api/portal/EVENT/handoff", {
  method: "POST",
  body: { code: "no-code-of-ours", verifier: VERIFIER },
  signedIn: 401,
});

/** Ends the session, so it is asked last. */
export const SIGN_OUT: PortalRoute = ask(`${API}/sign-out/route.ts`, "/api/portal/EVENT/sign-out", {
  method: "POST",
  body: { everywhere: false },
  signedIn: 204,
});

/** Pages for those who are signed in; everybody else is sent to the door. */
export const GUARDED_PAGES: PortalRoute[] = [
  ask(`${PAGES}/(portal)/program/page.tsx`, "/portal/EVENT/program"),
  ask(`${PAGES}/(portal)/agenda/page.tsx`, "/portal/EVENT/agenda"),
  ask(`${PAGES}/(portal)/me/page.tsx`, "/portal/EVENT/me"),
];

/** What everybody may ask; the door of an event that is not open is the door of one there is not. */
export const DOORS: PortalRoute[] = [
  ask(`${API}/route.ts`, "/api/portal/EVENT"),
  ask(`${PAGES}/(portal)/page.tsx`, "/portal/EVENT"),
];

/** Leads everybody to the door. */
export const NOTHING: PortalRoute = ask(
  `${PAGES}/(portal)/[...unknown]/page.tsx`,
  "/portal/EVENT/no/such",
  { signedIn: 307 },
);

/** Its tests are those of forged and foreign sign-ins. */
export const SIGN_IN_ROUTES = [
  "app/api/auth/[...nextauth]/route.ts",
  "app/api/auth/callback/revento/route.ts",
  "app/api/auth/csrf/route.ts",
  "app/api/auth/signin/revento/route.ts",
  `${PAGES}/sign-in/page.tsx`,
];

export const PORTAL_ROUTES: PortalRoute[] = [
  ...GUARDED_ROUTES,
  HANDOFF,
  SIGN_OUT,
  ...GUARDED_PAGES,
  ...DOORS,
  NOTHING,
];
