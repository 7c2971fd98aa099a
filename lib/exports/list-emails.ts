import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import { AppError } from "@/lib/errors";
import { LIST_KINDS } from "@/lib/list-address/list-fields";
import type { Actor } from "@/lib/members/actor";
import { withPermission } from "@/lib/members/with-permission";
import { requireVisible } from "@/lib/participants/mask";
import { readPickedEmails } from "@/lib/participants/read-list-in-batches";
import { storableText } from "@/lib/storable-text";
import type { EmailsView } from "./emails-view";
import { readStrictly } from "./read-strictly";

const MOST_ROWS = 10_000;

const Ids = z.array(storableText(200).min(1)).max(MOST_ROWS);
const Input = z.object({
  eventId: z.string(),
  list: z.enum(LIST_KINDS),
  address: z.string().max(32_000).default(""),
  picked: z.union([z.strictObject({ ids: Ids }), z.strictObject({ allBut: Ids })]),
});

/**
 * The e-mail addresses of the rows that somebody picked, to be pasted into a message. Like a file it leaves the event's
 * audit an entry, because from here on they are elsewhere. Throws ZodError or AppError `invalid` (also for more than
 * 10,000 rows), `unauthenticated`, `not_found`.
 */
export async function listEmails(actor: Actor, raw: unknown): Promise<EmailsView> {
  const { eventId, list, picked, ...input } = Input.parse(raw);
  const address = readStrictly(input.address);
  return withPermission(actor, eventId, "people.export", async (sql, reader) => {
    const { memberId } = reader;
    requireVisible(reader.sight, address);
    const asked = { list, address, picked, reader };
    const rows = await readPickedEmails(sql, eventId, asked, MOST_ROWS + 1);
    if (rows.length > MOST_ROWS) {
      throw new AppError("invalid", "These are more than 10,000. Export them as a file instead.");
    }
    const given = rows.flatMap((email) => email?.trim() || []);
    const emails = new Map(given.map((email) => [email.toLowerCase(), email]));
    const detail = { list, format: "emails", rows: emails.size };
    await recordAudit(sql, eventId, memberId, "list.exported", detail);
    return { emails: [...emails.values()], without: rows.length - given.length };
  });
}
