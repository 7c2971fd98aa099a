import type { Actor } from "@/lib/members/actor";
import { findSession, findSessionAndSeat } from "@/lib/members/find-session";
import type { Permission } from "@/lib/members/permissions-view";
import { requireSeat } from "@/lib/members/with-permission";
import { findOperator } from "@/lib/operators/find-operator";
import type { OperatorActor } from "@/lib/operators/operator";
import { operatorCookieName } from "@/lib/operators/operator-cookie";
import { requireOperator } from "@/lib/operators/require-operator";
import { visitorOf } from "@/lib/portal/portal-cookie";
import type { Visitor } from "@/lib/portal/visitor";
import { requireParticipant } from "@/lib/portal/with-participant";
import { readCookie, sessionCookieName } from "@/lib/session-cookie";

export type Params = Record<string, string>;
type Sent = Pick<Request, "headers">;

/** Who a route is for. */
export type Actors = {
  /** Everybody; no cookie is looked at. */
  anyone: null;
  /** A browser of an organizer, with a session or without. */
  browser: Actor;
  /** A member of the event in the path whose role has the route's permission. */
  member: Actor;
  /** A browser at the portal of the event in the path, signed in or not. */
  visitor: Visitor;
  /** Who is signed in to the portal of the event in the path. */
  participant: Visitor;
  /** A browser of an operator, signed in or not. */
  "console visitor": OperatorActor;
  /** An operator who is signed in to the console. */
  operator: OperatorActor;
};
export type ActorKind = keyof Actors;

type Find<K extends ActorKind> = (
  sent: Sent,
  params: Params,
  permission: Permission,
) => Promise<Actors[K]>;

/** Who sent a request. Throws AppError for everybody whom a route of that kind is not for. */
export const FIND: { [K in ActorKind]: Find<K> } = {
  anyone: async () => null,
  browser: ({ headers }) => findSession(readCookie(headers.get("cookie"), sessionCookieName())),
  member: async ({ headers }, { eventId = "" }, permission) => {
    const cookie = readCookie(headers.get("cookie"), sessionCookieName());
    const { actor, seat } = await findSessionAndSeat(cookie, eventId);
    requireSeat(actor, seat, permission);
    return actor;
  },
  visitor: findVisitor,
  participant: findVisitor,
  "console visitor": findConsoleVisitor,
  operator: async (sent) => {
    const actor = await findConsoleVisitor(sent);
    await requireOperator(actor);
    return actor;
  },
};

/**
 * What is asked besides, before a body is read. Without a body a participant's verb asks it in the transaction of
 * its work, before anything else.
 */
export async function requireSender(kind: ActorKind, actor: Actors[ActorKind]): Promise<void> {
  if (kind === "participant") await requireParticipant(actor as Visitor);
}

function findVisitor({ headers }: Sent, { eventId = "" }: Params): Promise<Visitor> {
  return visitorOf(headers.get("cookie"), eventId);
}

function findConsoleVisitor({ headers }: Sent): Promise<OperatorActor> {
  return findOperator(readCookie(headers.get("cookie"), operatorCookieName()));
}
