import { signInRefusalAnswer } from "@/app/admin/sign-in/refusal-answer";
import { sessionAnswer } from "@/app/admin/sign-in/session-answer";
import { handle } from "@/lib/http/handle";
import { signInByLink } from "@/lib/operators/sign-in-by-link";
import { KIB } from "@/lib/read-text";

/** The button of a one-time link. */
export const POST = handle(
  { actor: "console visitor", form: 16 * KIB, refuse: signInRefusalAnswer },
  async (actor, form) =>
    sessionAnswer("/admin", await signInByLink(actor, form.get("token") ?? undefined)),
);
