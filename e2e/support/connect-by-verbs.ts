import type { TestSandbox } from "./test-sandbox";

/** Connects an event as its organizer through the verbs alone, in a browser that nobody knows yet. */
export async function connectByVerbs(
  revento: TestSandbox,
  eventId: string,
  userId = "usr_ana",
): Promise<void> {
  const { startConnect } = await import("@/lib/connections/start-connect");
  const { finishConnect } = await import("@/lib/connections/finish-connect");
  const { redirectTo, cookie } = await startConnect(eventId);
  const answer = { user_id: userId, authorize_url: redirectTo };
  const decided = (await revento.control("authorize", answer)) as { redirect_to: string };
  const query = new URL(decided.redirect_to).searchParams;
  const callback = { state: query.get("state") ?? "", code: query.get("code") ?? "" };
  await finishConnect({ sessionHash: null }, callback, cookie.value);
}
