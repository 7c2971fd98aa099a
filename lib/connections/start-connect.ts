import { EventId } from "@/lib/event-id";
import { beginAuthorization } from "@/lib/revento/oauth/begin-authorization";
import { type AttemptCookie, keepAttempt } from "./connect-attempt";

/**
 * Begins to connect an event (contract 3.2): anybody may, because Revento asks who they are. Answers
 * where the browser goes and the cookie it takes along. Throws ZodError for what is not an event id.
 */
export async function startConnect(
  rawEventId: unknown,
): Promise<{ redirectTo: string; cookie: AttemptCookie }> {
  const eventId = EventId.parse(rawEventId);
  const authorization = await beginAuthorization(eventId);
  const cookie = await keepAttempt(eventId, authorization);
  return { redirectTo: authorization.url, cookie };
}
