import { signInRefusalAnswer } from "@/app/admin/sign-in/refusal-answer";
import { sessionAnswer } from "@/app/admin/sign-in/session-answer";
import { handle } from "@/lib/http/handle";
import { signOutOperator } from "@/lib/operators/sign-out-operator";

/** Signs this browser's operator out. */
export const POST = handle(
  { actor: "console visitor", refuse: signInRefusalAnswer },
  async (actor) => {
    await signOutOperator(actor);
    return sessionAnswer("/admin/sign-in", null);
  },
);
