import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/members/actor";
import { seesAnswer } from "@/lib/members/sight-view";
import { readWithPermission } from "@/lib/members/with-permission";
import { storableText } from "@/lib/storable-text";
import type { AnswerTextView } from "./answer-text-view";
import { sliceAnswer } from "./excerpt";
import { readAnswer } from "./read-answer";

const Input = z.object({
  eventId: z.string(),
  participantId: storableText(200),
  key: storableText(10_000),
  offset: z.coerce.number().int().min(0).max(1e8).default(0),
});

/**
 * One answer of a participant as text, from a character on, 64 Ki characters at a time. Throws ZodError or
 * AppError `unauthenticated`, `not_found`, `forbidden`.
 */
export async function getAnswerInEvent(
  actor: Actor,
  raw: z.input<typeof Input>,
): Promise<AnswerTextView> {
  const { eventId, participantId, key, offset } = Input.parse(raw);
  return readWithPermission(actor, eventId, "people.read", async (sql, { sight }) => {
    if (!seesAnswer(sight, key)) throw new AppError("forbidden", "You do not see this answer.");
    const answer = await readAnswer(sql, { eventId, participantId, key });
    if (answer === undefined) throw new AppError("not_found", "There is no such answer.");
    return sliceAnswer(answer, offset);
  });
}
