import { busyAnswer } from "@/app/message/busy-answer";
import { buttonLink, messageAnswer } from "@/app/message/message-answer";
import { env } from "@/lib/env";
import { AppError, STATUS_OF } from "@/lib/errors";
import { isBusy } from "@/lib/is-busy";
import { logOf } from "@/lib/log";
import { OperatorRefusal, type OperatorRefusalReason } from "@/lib/operators/operator-refusal";
import { SIGN_IN_REFUSAL_WORDS } from "./refusal-words";

/** What an operator sees of a sign-in that came to nothing, with its exact status. */
export function signInRefusalAnswer(error: unknown): Response {
  const next = buttonLink(`${env().APP_URL}/admin/sign-in`, "Sign in to the console", "primary");
  if (error instanceof OperatorRefusal) {
    logRefusal(error);
    return messageAnswer({
      ...SIGN_IN_REFUSAL_WORDS[error.reason],
      detail: error.reason,
      next,
    });
  }
  if (isBusy(error)) return busyAnswer(next);
  if (error instanceof AppError && error.code !== "internal") {
    const title = "This sign-in was refused";
    return messageAnswer({ status: STATUS_OF[error.code], title, text: [error.message], next });
  }
  logOf("console").error({ err: error }, "a sign-in to the console failed");
  return messageAnswer({
    status: 500,
    title: "Something went wrong on our side",
    text: ["Nobody was signed in, and it was logged. Try again in a moment."],
    next,
  });
}

const WORTH_A_WARNING = new Set<OperatorRefusalReason>([
  "provider_refused",
  "provider_unreachable",
  "provider_unclear",
  "email_unverified",
  "not_listed",
]);

function logRefusal({ reason, cause }: OperatorRefusal): void {
  if (!WORTH_A_WARNING.has(reason)) return;
  logOf("console").warn({ reason, err: cause }, "a sign-in to the console was refused");
}
