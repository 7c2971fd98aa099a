import { z } from "zod";
import { Id } from "@/lib/revento/wire-fields";

/** Tokens as they came (contract 3.3), with lifetimes turned into moments on our clock. */
export type GrantedTokens = {
  accessToken: string;
  refreshToken: string;
  /** On Revento's clock, to the second: what it tells of later is later by the same clock. */
  issuedAt: Date;
  accessExpiresAt: Date;
  refreshExpiresAt: Date;
  /** Undefined where Revento did not say: what was asked for (RFC 6749 5.1). */
  scopes: string[] | undefined;
  eventId: string;
  organizationId: string;
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

const Seconds = z
  .number()
  .positive()
  .max(10 * 365 * 86_400);
const Token = z.string().min(1).max(8_192);

const TokenAnswer = z.object({
  access_token: Token,
  refresh_token: Token,
  token_type: z.literal("bearer"),
  expires_in: Seconds,
  refresh_expires_in: Seconds,
  scope: z.string().optional(),
  event_id: z.string().min(1),
  organization_id: z.string().min(1),
  user_id: Id.optional(),
});

/**
 * Renames a token answer. Lifetimes count from `sentAt`, so that ours end no later than Revento's;
 * `issuedAt` is the moment that the answer gives itself. Throws ZodError for anything that is not the answer of contract 3.3.
 */
export function parseTokenAnswer(json: unknown, sentAt: Date, issuedAt: Date): GrantedTokens {
  const answer = TokenAnswer.parse(json);
  const after = (seconds: number) => new Date(sentAt.getTime() + seconds * 1000);
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    issuedAt,
    accessExpiresAt: after(answer.expires_in),
    refreshExpiresAt: after(answer.refresh_expires_in),
    scopes: answer.scope?.split(" ").filter((scope) => scope !== ""),
    eventId: answer.event_id,
    organizationId: answer.organization_id,
    userId: answer.user_id,
  };
}
