import { signInRefusalAnswer } from "@/app/admin/sign-in/refusal-answer";
import { sessionAnswer } from "@/app/admin/sign-in/session-answer";
import { operatorOf } from "@/lib/http/handle-in-console";
import { signInByLink } from "@/lib/operators/sign-in-by-link";
import { readText } from "@/lib/read-text";
import { requireSameOrigin } from "@/lib/same-origin";

/** The button of a one-time link. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    const form = new URLSearchParams(await readText(request));
    const actor = await operatorOf(request);
    return sessionAnswer("/admin", await signInByLink(actor, form.get("token") ?? undefined));
  } catch (error) {
    return signInRefusalAnswer(error);
  }
}
