import { z } from "zod";
import { AnswerLostError, NotSentError } from "./send-form";
import { parseTokenAnswer, type TokenOutcome } from "./token-outcome";

const ErrorAnswer = z.object({ error: z.string().regex(/^\w{1,64}$/) });

/**
 * Sends one request to the token endpoint and says what it came to. Throws only for what is a
 * mistake of ours (a URL that may not be used). An HTTP error without an OAuth code counts as
 * `unavailable`: during an outage tokens stay valid (contract 1.7), and asking again later can lose
 * nothing that giving up now would keep.
 */
export async function askTokenEndpoint(send: () => Promise<Response>): Promise<TokenOutcome> {
  const sentAt = new Date();
  let response: Response;
  try {
    response = await send();
  } catch (error) {
    if (error instanceof NotSentError) return { outcome: "unavailable", code: "unreachable" };
    if (error instanceof AnswerLostError) return { outcome: "unknown", code: "answer_lost" };
    throw error;
  }
  if (response.status !== 200) return refusalOf(response);
  try {
    const issuedAt = new Date(Date.parse(response.headers.get("date") ?? "") || sentAt);
    return {
      outcome: "granted",
      tokens: parseTokenAnswer(await response.json(), sentAt, issuedAt),
    };
  } catch {
    // Not passed on: the cause may carry the body, and with it tokens.
    return { outcome: "unknown", code: "malformed_answer" };
  }
}

async function refusalOf(response: Response): Promise<TokenOutcome> {
  const { status } = response;
  if (status < 400 || status > 499 || status === 408 || status === 429) {
    const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
    const waitMs = Number.isFinite(seconds) && seconds >= 0 ? { waitMs: seconds * 1000 } : {};
    return { outcome: "unavailable", code: `http_${status}`, ...waitMs };
  }
  const body = ErrorAnswer.safeParse(await response.json().catch(() => null));
  if (!body.success) return { outcome: "unavailable", code: `http_${status}` };
  return { outcome: "refused", code: body.data.error };
}
