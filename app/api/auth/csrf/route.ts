import { askNextAuth } from "@/app/api/auth/ask-next-auth";
import { handle, notAllowed } from "@/lib/http/handle";
import { baseOptions } from "@/lib/portal/sign-in/sign-in-options";

/** The token that the sign-in form carries. */
export const GET = handle({ actor: "anyone" }, () =>
  askNextAuth(baseOptions(), { action: ["csrf"] }),
);

export const HEAD = notAllowed("GET");

export const POST = notAllowed("GET");
