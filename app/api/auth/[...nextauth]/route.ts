import { answerCallback } from "@/app/api/auth/answer-callback";
import { answerSignIn } from "@/app/api/auth/answer-sign-in";
import { askNextAuth } from "@/app/api/auth/ask-next-auth";
import { baseOptions } from "@/lib/portal/sign-in/sign-in-options";

type Context = { params: Promise<{ nextauth: string[] }> };

const NO_STORE = { "Cache-Control": "no-store" };

/** The token that the sign-in form carries, and Revento's way back (contract 3.3, 3.7). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  switch ((await params).nextauth.join("/")) {
    case "csrf":
      return askNextAuth(baseOptions(), { action: ["csrf"] });
    case "callback/revento":
      return answerCallback(request);
    case "signin/revento":
      return notAllowed("POST");
    default:
      return notFound();
  }
}

/** Whoever only looks at an address, as previews of links do, must not spend the sign-in in it. */
export function HEAD(): Response {
  return notAllowed("GET");
}

/** A participant wants to sign in (contract 3.1, 3.8). */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  switch ((await params).nextauth.join("/")) {
    case "signin/revento":
      return answerSignIn(request);
    case "csrf":
    case "callback/revento":
      return notAllowed("GET");
    default:
      return notFound();
  }
}

function notAllowed(allow: string): Response {
  const headers = { ...NO_STORE, Allow: allow };
  return Response.json(
    { error: "method_not_allowed", message: `Use ${allow}.` },
    { status: 405, headers },
  );
}

function notFound(): Response {
  const body = { error: "not_found", message: "There is no such address here." };
  return Response.json(body, { status: 404, headers: NO_STORE });
}
