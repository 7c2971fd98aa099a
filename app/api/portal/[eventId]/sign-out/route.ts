import { clearedPortalCookies } from "@/lib/portal/portal-cookie";
import { signOut } from "@/lib/portal/sign-out";
import { requireParticipant } from "@/lib/portal/with-participant";
import { handleInPortal } from "@/lib/portal-http";
import { readText } from "@/lib/read-text";

export const POST = handleInPortal(async (visitor, request) => {
  // Before the body: whoever is not signed in learns nothing of what it should look like.
  await requireParticipant(visitor);
  await signOut(visitor, JSON.parse(await readText(request)));
  const headers = new Headers({ "Cache-Control": "no-store" });
  for (const cookie of clearedPortalCookies(visitor.eventId)) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 204, headers });
});
