import { env } from "@/lib/env";
import { handle } from "@/lib/http/handle";
import { endSession } from "@/lib/members/end-session";
import { sessionCookie } from "@/lib/session-cookie";

/** Signs this browser out and leads it to the start. */
export const POST = handle({ actor: "browser" }, async (actor) => {
  await endSession(actor);
  return new Response(null, {
    status: 303,
    headers: {
      Location: `${env().APP_URL}/`,
      "Set-Cookie": sessionCookie(null),
      "Cache-Control": "no-store",
    },
  });
});
