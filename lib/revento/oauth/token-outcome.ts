import { z } from "zod";
import { Id } from "@/lib/revento/wire-fields";

/** Tokens as they came (contract 3.3), with lifetimes turned into moments on our clock. */
export type GrantedTokens = {
  accessToken: string;
  refreshToken: string;
  /** What is not sent as a bearer token nobody here can use (RFC 6749 7.1). Also true where Revento did not say. */
  isBearer: boolean;
  /** On Revento's clock, to the second: what it tells of later is later by the same clock. */
  issuedAt: Date;
  accessExpiresAt: Date;
  refreshExpiresAt: Date;
  /** Undefined where Revento did not say: what was asked for (RFC 6749 5.1). */
  scopes: string[] | undefined;
  /** Undefined where Revento did not say: what was asked for. */
  eventId: string | undefined;
  organizationId: string | undefined;
  userId: string | undefined;
};

/**
 * Everything that asking the token endpoint can come to.
 * - `granted`
 * - `refused`: Revento understood and said no; `code` is its word (invalid_grant, invalid_client, …)
 * - `unavailable`: nothing was done; the same request may be sent again later
 * - `unknown`: it was sent, and what became of it was never learned (contract 2.5)
 */
export type TokenOutcome =
  | { outcome: "granted"; tokens: GrantedTokens }
  | { outcome: "refused"; code: string }
  | { outcome: "unavailable"; code: string; waitMs?: number }
  | { outcome: "unknown"; code: string };

const MOST_SECONDS = 10 * 365 * 86_400;
const ACCESS_S = 3_600;
const REFRESH_S = 90 * 86_400;

/** A number of seconds, also as text. What is no such number is what Revento promises (contract 2.4). */
const secondsOr = (promised: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d{1,10}$/)
        .transform(Number),
    ])
    .pipe(z.number().positive().max(MOST_SECONDS))
    .catch(promised);
const Token = z.string().min(1).max(8_192);

const TokenAnswer = z.object({
  access_token: Token,
  refresh_token: Token,
  token_type: z.string().nullish().catch(undefined),
  expires_in: secondsOr(ACCESS_S),
  refresh_expires_in: secondsOr(REFRESH_S),
  scope: z.string().max(4_096).nullish().catch(undefined),
  event_id: z.string().min(1).nullish().catch(undefined),
  organization_id: z.string().min(1).nullish().catch(undefined),
  user_id: Id.nullish().catch(undefined),
});

/**
 * Renames a token answer. Lifetimes count from `sentAt`, so that ours end no later than Revento's;
 * `issuedAt` is the moment that the answer gives itself. Both tokens make an answer: after a refresh the old ones are
 * dead whatever else it says (contract 2.5). Throws ZodError without them.
 */
export function parseTokenAnswer(json: unknown, sentAt: Date, issuedAt: Date): GrantedTokens {
  const answer = TokenAnswer.parse(json);
  const after = (seconds: number) => new Date(sentAt.getTime() + seconds * 1000);
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    isBearer: (answer.token_type ?? "bearer").toLowerCase() === "bearer",
    issuedAt,
    accessExpiresAt: after(answer.expires_in),
    refreshExpiresAt: after(answer.refresh_expires_in),
    scopes: answer.scope?.split(/[\s,]+/).filter((scope) => scope !== ""),
    eventId: answer.event_id ?? undefined,
    organizationId: answer.organization_id ?? undefined,
    userId: answer.user_id ?? undefined,
  };
}
