import { fetchView } from "@/components/queries/fetch-view";

import { placeAfterSignIn } from "./portal-place";

const LONGEST_WAIT_MS = 15_000;

/** Where the form of a sign-in goes. `challenge`: the sign-in is for the frame that opened this popup. */
export function signInAddress(eventId: string, challenge: string | null): string {
  const search = new URLSearchParams({ event_id: eventId });
  if (challenge) search.set("challenge", challenge);
  return `/api/auth/signin/revento?${search}`;
}

/**
 * Leaves this page for Revento's consent by a form that is really sent. Only for pages at top level: the
 * cookies of the way there and back are not kept in a frame. Throws ApiError when Foyer cannot be reached.
 */
export async function leaveForSignIn(eventId: string, challenge: string | null): Promise<void> {
  const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
  const { csrfToken } = await fetchView<{ csrfToken: string }>("/api/auth/csrf", signal);
  const form = document.createElement("form");
  form.method = "post";
  form.action = signInAddress(eventId, challenge);
  form.hidden = true;
  const callbackUrl = placeAfterSignIn(eventId, location);
  for (const [name, value] of Object.entries({ csrfToken, callbackUrl })) {
    const field = document.createElement("input");
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
