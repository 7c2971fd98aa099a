import { attemptCookie } from "@/app/admin/sign-in/oidc/attempt-cookie";
import { signInRefusalAnswer } from "@/app/admin/sign-in/refusal-answer";
import { handle, notAllowed } from "@/lib/http/handle";
import { beginOperatorSignIn } from "@/lib/operators/oidc/begin-operator-sign-in";

/** An operator leaves for the provider. */
export const GET = handle({ actor: "anyone", refuse: signInRefusalAnswer }, async (_, request) => {
  const returnTo = new URL(request.url).searchParams.get("return_to");
  const { redirectTo, state, cookie } = await beginOperatorSignIn(returnTo);
  return new Response(null, {
    status: 303,
    headers: {
      Location: redirectTo,
      "Set-Cookie": attemptCookie(state, cookie),
      "Cache-Control": "no-store",
    },
  });
});

/** Whoever only looks at the address leaves no attempt behind. */
export const HEAD = notAllowed("GET");
