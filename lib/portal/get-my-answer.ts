import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { AnswerTextView } from "@/lib/participants/answer-text-view";
import { sliceAnswer } from "@/lib/participants/excerpt";
import { readAnswer } from "@/lib/participants/read-answer";
import { ATTENDANCE_SCOPE } from "@/lib/revento/oauth/user-scopes";
import { storableText } from "@/lib/storable-text";
import { readMyRow } from "./my-row";
import type { Visitor } from "./visitor";
import { withParticipant } from "./with-participant";

const Input = z.object({
  key: storableText(10_000),
  offset: z.coerce.number().int().min(0).max(1e8).default(0),
});

/**
 * One of one's own answers as text, from a character on, 64 Ki characters at a time. Throws ZodError or
 * AppError `unauthenticated`, `not_found`.
 */
export async function getMyAnswer(
  visitor: Visitor,
  raw: z.input<typeof Input>,
): Promise<AnswerTextView> {
  return withParticipant(visitor, async (sql, { userId, scopes }) => {
    const { key, offset } = Input.parse(raw);
    const { eventId } = visitor;
    const row = scopes.includes(ATTENDANCE_SCOPE) && (await readMyRow(sql, eventId, userId));
    const answer =
      row && (await readAnswer(sql, { eventId, participantId: row.participant_id, key }));
    if (!row || answer === undefined) throw new AppError("not_found", "There is no such answer.");
    return sliceAnswer(answer, offset);
  });
}
