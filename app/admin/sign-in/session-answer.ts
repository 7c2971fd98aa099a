import { env } from "@/lib/env";
import { operatorCookie } from "@/lib/operators/operator-cookie";

/** Leads a browser on within the console with a new session, or with none (`null`). */
export function sessionAnswer(path: string, cookie: string | null, more: string[] = []): Response {
  const headers = new Headers({ Location: env().APP_URL + path, "Cache-Control": "no-store" });
  for (const line of [operatorCookie(cookie), ...more]) headers.append("Set-Cookie", line);
  return new Response(null, { status: 303, headers });
}
