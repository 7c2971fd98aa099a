import { z } from "zod";
import type { Sql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { LIST_KINDS, type ListKind } from "@/lib/list-address/list-fields";
import type { Actor } from "@/lib/members/actor";
import { readWithPermission } from "@/lib/members/with-permission";
import type { EmailMatchView } from "./email-match-view";
import { LIST_SCOPES } from "./list/list-scope";
import { Parameters } from "./list/parameters";
import { statusConditions, statusSliceOf } from "./list/status-slice";

const Email = z
  .string()
  .max(1_000)
  .transform((text) => text.replaceAll("\0", "").trim());

const Input = z.object({
  eventId: z.string(),
  list: z.enum(LIST_KINDS),
  emails: z.array(Email).max(5_000),
});

type Found = { email: string; participantId: string | null };

/**
 * Which rows of a list belong to the e-mail addresses that somebody pasted, whatever their case, and
 * which addresses belong to nobody; each once, in the order given. Filters play no part. Throws ZodError
 * or AppError `unauthenticated`, `not_found`, `forbidden`.
 */
export async function matchEmailsInEvent(actor: Actor, raw: unknown): Promise<EmailMatchView> {
  const { eventId, list, emails } = Input.parse(raw);
  const given = [...new Set(emails.filter((email) => email !== ""))];
  return readWithPermission(actor, eventId, "people.read", async (sql, { sight }) => {
    if (!sight.email) {
      throw new AppError("forbidden", "Your role does not see e-mail addresses.");
    }
    const found = await findByEmail(sql, eventId, list, given);
    return {
      matched: found.flatMap(({ email, participantId }) =>
        participantId === null ? [] : [{ email, participantId }],
      ),
      notFound: found.flatMap(({ email, participantId }) => (participantId === null ? email : [])),
    };
  });
}

async function findByEmail(
  sql: Sql,
  eventId: string,
  list: ListKind,
  emails: string[],
): Promise<Found[]> {
  const to = new Parameters();
  const event = to.add(eventId);
  const inScope = statusConditions(statusSliceOf([], LIST_SCOPES[list]), to).join(" OR ");
  const text = `WITH given AS (
      SELECT DISTINCT ON (lower(email)) email, place
      FROM unnest(${to.add(emails)}::text[]) WITH ORDINALITY AS pasted(email, place)
      ORDER BY lower(email), place
    ), people AS (
      SELECT lower(btrim(p.email)) AS email, p.participant_id FROM participants AS p
      WHERE p.event_id = ${event} AND p.removed_at IS NULL AND (${inScope})
    )
    SELECT given.email, people.participant_id AS "participantId"
    FROM given LEFT JOIN people ON people.email = lower(given.email)
    ORDER BY given.place, people.participant_id`;
  return (await sql.query<Found>(text, to.values)).rows;
}
