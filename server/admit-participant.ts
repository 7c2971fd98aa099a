import type { IncomingMessage } from "node:http";
import type { Change, Concerns } from "@/lib/live/read-changes";
import type { Topic } from "@/lib/live/record-change";
import { lookAtParticipant } from "@/lib/portal/look-at-participants";
import { visitorOf } from "@/lib/portal/portal-cookie";
import type { Visitor } from "@/lib/portal/visitor";
import type { Audience } from "./audience";

/**
 * Lets whoever is signed in to the event's portal in to what concerns everybody there and to what
 * concerns them; no id ever goes out. Throws AppError unauthenticated for everybody else.
 */
export async function admitParticipant(
  request: IncomingMessage,
  eventId: string,
): Promise<ParticipantAudience> {
  return admitVisitor(await visitorOf(request.headers.cookie, eventId));
}

async function admitVisitor(visitor: Visitor): Promise<ParticipantAudience> {
  return new ParticipantAudience(visitor, await lookAtParticipant(visitor));
}

const FOR_EVERYBODY: ReadonlySet<Topic> = new Set(["program", "event", "connection"]);

class ParticipantAudience implements Audience {
  readonly countedBy: string;
  readonly #userId: string;
  readonly #participantIds: readonly string[];

  constructor(
    private readonly visitor: Visitor,
    { userId, participantIds }: { userId: string; participantIds: readonly string[] },
  ) {
    // Not the session: a person can make as many of those as they like.
    this.countedBy = `${visitor.eventId} ${userId}`;
    this.#userId = userId;
    this.#participantIds = participantIds;
  }

  readonly hearsPublic = true;

  /** What everybody sees comes with the public feed, as long as they listen. */
  hear(change: Change, isMissed: boolean): Change | null {
    if (FOR_EVERYBODY.has(change.topic) && !isMissed) return null;
    return this.#concerns(change) ? { ...change, ids: [] } : null;
  }

  isTouchedBy(change: Change): boolean {
    if (change.topic === "connection") return true;
    if (change.topic === "grants") return this.#concerns(change);
    // Somebody without an application may just have been given one, under an id not known here.
    return change.topic === "participants" && this.#participantIds.length === 0;
  }

  get concerns(): Concerns {
    return { topics: [...FOR_EVERYBODY], ids: [this.#userId, ...this.#participantIds] };
  }

  hasMoreThan(former: Audience): boolean {
    if (!(former instanceof ParticipantAudience)) return false;
    const known = new Set(former.#participantIds);
    return this.#participantIds.some((id) => !known.has(id));
  }

  renew(): Promise<ParticipantAudience> {
    return admitVisitor(this.visitor);
  }

  #concerns({ topic, ids }: Change): boolean {
    if (FOR_EVERYBODY.has(topic)) return true;
    switch (topic) {
      case "participants":
        return ids.length === 0 || this.#participantIds.some((id) => ids.includes(id));
      case "grants":
      case "agenda":
        return ids.length === 0 || ids.includes(this.#userId);
      default:
        return false;
    }
  }
}
