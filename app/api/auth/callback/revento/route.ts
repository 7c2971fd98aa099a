import { answerCallback } from "@/app/api/auth/answer-callback";
import { handle, notAllowed } from "@/lib/http/handle";

/** Revento sends a participant back (contract 3.3, 3.7). */
export const GET = handle({ actor: "anyone" }, (_, request) => answerCallback(request));

/** Whoever only looks at the address, as previews of links do, must not spend the sign-in in it. */
export const HEAD = notAllowed("GET");

export const POST = notAllowed("GET");
