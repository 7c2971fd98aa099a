import { eraseNow } from "@/lib/console/erase-now";
import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";

export const POST = handle(
  { actor: "operator", body: 16 * KIB },
  (actor, input, { eventId = "" }) => eraseNow(actor, { ...input, eventId }),
);
