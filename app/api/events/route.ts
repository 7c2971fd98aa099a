import { listEventsOfSession } from "@/lib/connections/list-events-of-session";
import { handle } from "@/lib/http/handle";

/** The events of this browser; a browser without a session has none. */
export const GET = handle({ actor: "browser" }, (actor) => listEventsOfSession(actor));
