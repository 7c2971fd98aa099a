import { clearedAttemptCookie, readAttemptCookie } from "@/app/admin/sign-in/oidc/attempt-cookie";
import { signInRefusalAnswer } from "@/app/admin/sign-in/refusal-answer";
import { sessionAnswer } from "@/app/admin/sign-in/session-answer";
import { handle, notAllowed } from "@/lib/http/handle";
import { finishOperatorSignIn } from "@/lib/operators/oidc/finish-operator-sign-in";

/** The provider sends an operator back. */
export const GET = handle(
  { actor: "console visitor", refuse: signInRefusalAnswer },
  async (actor, request) => {
    const query = new URL(request.url).searchParams;
    const state = query.get("state") ?? "";
    const browser = readAttemptCookie(request, state);
    const done = await finishOperatorSignIn(actor, query, browser);
    return sessionAnswer(done.returnTo, done.cookie, [clearedAttemptCookie(state)]);
  },
);

/** Whoever only looks at the address, as previews of links do, must not spend the sign-in in it. */
export const HEAD = notAllowed("GET");
