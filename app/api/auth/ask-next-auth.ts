import { NextRequest } from "next/server";
import NextAuth, { type AuthOptions } from "next-auth";
import { env } from "@/lib/env";

type Question = {
  /** The path below /api/auth, in parts. */
  action: string[];
  query?: Record<string, string>;
  /** Makes it a POST. */
  body?: Record<string, string>;
};

/**
 * Hands exactly this to next-auth, with the cookies of the request at hand. What else the request
 * carried stays here: next-auth would pass every parameter of a sign-in on to Revento.
 */
export async function askNextAuth(
  options: AuthOptions,
  { action, query = {}, body }: Question,
): Promise<Response> {
  const url = new URL(`/api/auth/${action.join("/")}?${new URLSearchParams(query)}`, env().APP_URL);
  const request = new NextRequest(url, body && { method: "POST", body: new URLSearchParams(body) });
  const response: Response = await NextAuth(
    request,
    { params: Promise.resolve({ nextauth: action }) },
    options,
  );
  response.headers.set("Cache-Control", "no-store");
  return response;
}
