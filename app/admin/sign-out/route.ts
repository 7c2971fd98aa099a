import { signInRefusalAnswer } from "@/app/admin/sign-in/refusal-answer";
import { sessionAnswer } from "@/app/admin/sign-in/session-answer";
import { operatorOf } from "@/lib/http/handle-in-console";
import { signOutOperator } from "@/lib/operators/sign-out-operator";
import { requireSameOrigin } from "@/lib/same-origin";

/** Signs this browser's operator out. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    await signOutOperator(await operatorOf(request));
    return sessionAnswer("/admin/sign-in", null);
  } catch (error) {
    return signInRefusalAnswer(error);
  }
}
