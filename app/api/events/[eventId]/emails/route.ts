import { listEmails } from "@/lib/exports/list-emails";
import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";

export const POST = handle(
  { actor: "member", permission: "people.export", body: 256 * KIB },
  (actor, input, { eventId = "" }) => listEmails(actor, { ...input, eventId }),
);
