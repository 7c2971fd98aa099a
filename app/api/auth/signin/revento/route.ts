import { answerSignIn } from "@/app/api/auth/answer-sign-in";
import { handle, notAllowed } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";

/** A participant wants to sign in (contract 3.1, 3.8). */
export const POST = handle({ actor: "anyone", form: 16 * KIB }, (_actor, form, _params, request) =>
  answerSignIn(form, request),
);

export const GET = notAllowed("POST");
