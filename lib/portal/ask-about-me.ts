import { callRevento } from "@/lib/connections/call-revento";
import { logOf } from "@/lib/log";
import { ReventoError } from "@/lib/revento/errors";
import { ATTENDANCE_SCOPE } from "@/lib/revento/oauth/user-scopes";
import { type MyApplicationAnswer, readMyApplication, readMyProfile } from "@/lib/revento/read-me";
import { type AnswerAboutMe, saveMe } from "./save-me";
import type { PortalParticipant } from "./with-participant";

/** Long enough for calls in flight to land, too short for a minute's budget to come back. */
const PATIENCE = { waitUpToMs: 1_000 };

// Next loads its own copy of this module for pages and for routes: one question at a time all the same.
const shared = globalThis as typeof globalThis & { foyerQuestions?: Map<string, Promise<void>> };

/**
 * Asks Revento for the profile and the application of a person with their own token, within its budget
 * (contract 4.8, 5), and keeps the answers. Whoever asks meanwhile waits for the same answer. Never
 * rejects: an outage is kept as such, and a token that is refused has ended the grant by then
 * (contract 7.7).
 */
export async function askAboutMe(
  eventId: string,
  participant: Pick<PortalParticipant, "userId" | "scopes">,
): Promise<void> {
  shared.foyerQuestions ??= new Map();
  const questions = shared.foyerQuestions;
  const key = `${eventId} ${participant.userId}`;
  const asked =
    questions.get(key) ?? ask(eventId, participant).finally(() => questions.delete(key));
  questions.set(key, asked);
  return asked;
}

async function ask(
  eventId: string,
  { userId, scopes }: Pick<PortalParticipant, "userId" | "scopes">,
): Promise<void> {
  try {
    const answer: AnswerAboutMe = { failure: null };
    try {
      const read = (token: string) => readMyProfile(token, userId);
      answer.profile = await callRevento(eventId, userId, read, PATIENCE);
      if (scopes.includes(ATTENDANCE_SCOPE)) {
        answer.application = await readApplication(eventId, userId);
      }
    } catch (error) {
      answer.failure = failureOf(error);
    }
    await saveMe(eventId, userId, answer);
  } catch (err) {
    logOf("portal").warn({ err, eventId }, "what Revento says of a person could not be kept");
  }
}

async function readApplication(
  eventId: string,
  userId: string,
): Promise<MyApplicationAnswer | undefined> {
  try {
    const read = (token: string) => readMyApplication(token, { eventId, userId });
    return await callRevento(eventId, userId, read, PATIENCE);
  } catch (error) {
    // The person has none any more; the mirror shows what became of it.
    if (error instanceof ReventoError && error.code === "not_found") return undefined;
    throw error;
  }
}

function failureOf(error: unknown): "unavailable" | "busy" {
  if (!(error instanceof ReventoError)) throw error;
  return error.kind === "throttled" ? "busy" : "unavailable";
}
