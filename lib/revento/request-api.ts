import { randomUUID } from "node:crypto";
import { z } from "zod";
import { env } from "@/lib/env";
import { ReventoError } from "./errors";
import { parseReventoJson } from "./parse-json";
import { readBody } from "./read-body";

/** How long one call may take, answer included. */
export const CALL_TIMEOUT_MS = 20_000;
const MAX_BODY_BYTES = 8 * 1024 * 1024;
/** `Date` has whole seconds, and clocks of one platform are not exactly one clock. */
const DATE_HEADER_MARGIN_MS = 1_000;
/** Where Revento's clock is not told, ours stands in with this much doubt. */
const UNKNOWN_CLOCK_MARGIN_MS = 300_000;

/** The numbers of the X-RateLimit headers (contract 5); null where a header is missing. */
type RateLimitHeaders = {
  limit: number | null;
  remaining: number | null;
  resetAt: Date | null;
};

export type ApiAnswer = {
  json: unknown;
  /** A moment on Revento's clock that the data is certainly not older than. */
  readAt: Date;
  rate: RateLimitHeaders;
  requestId: string;
};

const ErrorEnvelope = z.object({
  error: z.string().min(1).max(64),
  request_id: z.string().max(200).optional().catch(undefined),
});

/**
 * One GET of the read API (contract 4), never repeated here. `path` begins after the API's base; an answer has
 * 8 MiB at the most, or `mostBytes`.
 * Throws ReventoError: refused only for an error that Revento spelled out itself, so that a proxy's
 * page cannot end a connection; unavailable for everything that taught us nothing.
 */
export async function requestApi(
  accessToken: string,
  path: string,
  signal?: AbortSignal,
  mostBytes?: number,
): Promise<ApiAnswer> {
  return requestAs(`Bearer ${accessToken}`, path, signal, mostBytes);
}

/** {@link requestApi} under any `Authorization`. */
export async function requestAs(
  authorization: string,
  path: string,
  signal?: AbortSignal,
  mostBytes = MAX_BODY_BYTES,
): Promise<ApiAnswer> {
  const requestId = randomUUID();
  const startedAt = performance.now();
  const { response, body } = await exchange(authorization, path, requestId, mostBytes, signal);
  const tookMs = performance.now() - startedAt;
  const isJson = /^application\/(?:[\w.+-]+\+)?json\b/i.test(
    response.headers.get("content-type") ?? "",
  );
  const json = isJson ? parseJson(body) : undefined;
  if (!response.ok) throw errorOf(response, json, requestId);
  if (json === undefined) {
    throw new ReventoError("unavailable", { code: "malformed_answer", requestId });
  }
  return { json, readAt: readAtOf(response, tookMs), rate: rateOf(response), requestId };
}

async function exchange(
  authorization: string,
  path: string,
  requestId: string,
  mostBytes: number,
  signal?: AbortSignal,
): Promise<{ response: Response; body: string }> {
  const timeout = AbortSignal.timeout(CALL_TIMEOUT_MS);
  try {
    const response = await fetch(`${env().REVENTO_API_URL}${path}`, {
      headers: {
        authorization,
        accept: "application/vnd.revento.v1+json",
        "x-revento-request-id": requestId,
      },
      redirect: "manual",
      signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
    });
    return { response, body: await readBody(response, mostBytes) };
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof ReventoError) throw cause;
    const code = timeout.aborted ? "timeout" : "connection_failed";
    throw new ReventoError("unavailable", { code, requestId, cause });
  }
}

function parseJson(body: string): unknown {
  try {
    return parseReventoJson(body);
  } catch {
    return undefined;
  }
}

function errorOf(response: Response, json: unknown, requestId: string): ReventoError {
  const envelope = ErrorEnvelope.safeParse(json);
  const code = envelope.success ? envelope.data.error : `http_${response.status}`;
  const detail = { code, requestId: envelope.data?.request_id ?? requestId };
  if (response.status === 429) {
    return new ReventoError("throttled", { ...detail, waitMs: retryAfterOf(response) });
  }
  const spelledOut = envelope.success && response.status >= 400 && response.status < 500;
  return new ReventoError(spelledOut ? "refused" : "unavailable", detail);
}

/** Retry-After in milliseconds: seconds, or a date of RFC 9110 §10.2.3 read against the answer's own. */
function retryAfterOf(response: Response): number | undefined {
  const text = response.headers.get("retry-after");
  if (text === null) return undefined;
  if (/^\d{1,7}$/.test(text.trim())) return Number(text) * 1_000;
  const now = Date.parse(response.headers.get("date") ?? "") || Date.now();
  const until = Date.parse(text);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}

function readAtOf(response: Response, tookMs: number): Date {
  const date = Date.parse(response.headers.get("date") ?? "");
  return Number.isNaN(date)
    ? new Date(Date.now() - tookMs - UNKNOWN_CLOCK_MARGIN_MS)
    : new Date(date - tookMs - DATE_HEADER_MARGIN_MS);
}

function rateOf(response: Response): RateLimitHeaders {
  const numberOf = (name: string) => {
    const text = response.headers.get(`x-ratelimit-${name}`);
    return text !== null && /^\d+$/.test(text) ? Number(text) : null;
  };
  const resetAt = numberOf("reset");
  return {
    limit: numberOf("limit"),
    remaining: numberOf("remaining"),
    resetAt: resetAt === null ? null : new Date(resetAt * 1_000),
  };
}
