import { z } from "zod";
import { ReventoError } from "./errors";
import { type ApiAnswer, requestApi } from "./request-api";
import { type ParticipantSnapshot, parseMyApplication } from "./snapshots";
import { assumed, Email, Id, Name } from "./wire-fields";

/** The person behind a user token, as Revento has them (contract 4.8). */
export type ProfileAnswer = Omit<ApiAnswer, "json"> & { name: string | null; email: string | null };
export type MyApplicationAnswer = Omit<ApiAnswer, "json"> & { application: ParticipantSnapshot };

const WireProfile = z.object({ id: assumed(Id), name: Name, email: Email });

const WireOwner = z.object({ id: assumed(Id), user_id: assumed(Id) });

/**
 * Whose a user token is, where the token endpoint did not say (contract 3.3, A): the id in `/me/profile`, else the
 * user in `/me/application`. Undefined where neither says.
 */
export async function readTokenOwner(accessToken: string): Promise<string | undefined> {
  const profile = WireOwner.safeParse((await requestApi(accessToken, "/me/profile")).json);
  const userId = profile.data?.user_id ?? profile.data?.id;
  if (userId !== undefined) return userId;
  const application = WireOwner.safeParse((await requestApi(accessToken, "/me/application")).json);
  return application.data?.user_id;
}

/** Reads `/me/profile` with a user token of `userId`. Throws ReventoError. */
export async function readMyProfile(accessToken: string, userId: string): Promise<ProfileAnswer> {
  const { json, ...answer } = await requestApi(accessToken, "/me/profile");
  const profile = WireProfile.safeParse(json);
  if (!profile.success) throw malformed(answer.requestId, profile.error);
  const { id, name, email } = profile.data;
  if (id !== undefined && id !== userId) throw malformed(answer.requestId);
  return { ...answer, name: name ?? null, email: email ?? null };
}

/** Reads `/me/application`, the application of the token's event (contract 4.8). Throws ReventoError. */
export async function readMyApplication(
  accessToken: string,
  owner: { eventId: string; userId: string },
): Promise<MyApplicationAnswer> {
  const { json, ...answer } = await requestApi(accessToken, "/me/application");
  try {
    return { ...answer, application: parseMyApplication(json, owner) };
  } catch (cause) {
    throw malformed(answer.requestId, cause);
  }
}

function malformed(requestId: string, cause?: unknown): ReventoError {
  return new ReventoError("unavailable", { code: "malformed_answer", requestId, cause });
}
