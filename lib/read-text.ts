import { AppError } from "@/lib/errors";

export const KIB = 1_024;

/** More than any form or message of our own pages holds. */
const MOST_BYTES = 16 * KIB;

/**
 * The body of a request as text, `most` bytes of it at the most. Throws AppError `too_large` for a longer
 * one, the rest of which stays unread, and `invalid` for what is no UTF-8.
 */
export async function readText({ headers, body }: Request, most = MOST_BYTES): Promise<string> {
  if (Number(headers.get("content-length") ?? 0) > most) throw tooLarge(most);
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return decode(Buffer.concat(chunks));
    length += value.byteLength;
    // Not cancelled: that would take the connection away before the answer is out.
    if (length > most) throw tooLarge(most);
    chunks.push(value);
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("invalid", "The body is not valid UTF-8.", { cause });
  }
}

function tooLarge(most: number): AppError {
  return new AppError("too_large", `The body is longer than ${most / KIB} KiB.`);
}

/** What a JSON body holds, not yet parsed by any schema. */
export type Input = Record<string, unknown>;

/**
 * The JSON object in the body of a request, read as {@link readText} does. Throws AppError `invalid` also for
 * other JSON, which must never be spread, and for half a surrogate pair, which PostgreSQL cannot store.
 */
export async function readInput(request: Request, most: number): Promise<Input> {
  const input: unknown = parse(await readText(request, most));
  if (typeof input === "object" && input !== null && !Array.isArray(input)) return { ...input };
  throw new AppError("invalid", "The body is not a JSON object.");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, requireWellFormed);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("invalid", "The body is not valid JSON.", { cause });
  }
}

function requireWellFormed(key: string, value: unknown): unknown {
  for (const text of [key, value]) {
    if (typeof text === "string" && !text.isWellFormed()) {
      throw new AppError("invalid", "The body holds half a character.");
    }
  }
  return value;
}
