import { AppError } from "@/lib/errors";

/** More than any form or message of our own pages holds. */
const MOST_BYTES = 16_384;

/**
 * The body of a request as text, 16 KiB of it at the most: whoever sends one has not said yet who they
 * are. Throws AppError `invalid` for a longer one, the rest of which stays unread.
 */
export async function readText({ headers, body }: Request): Promise<string> {
  if (Number(headers.get("content-length") ?? 0) > MOST_BYTES) throw tooLong();
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return Buffer.concat(chunks).toString("utf8");
    length += value.byteLength;
    // Not cancelled: that would take the connection away before the answer is out.
    if (length > MOST_BYTES) throw tooLong();
    chunks.push(value);
  }
}

function tooLong(): AppError {
  return new AppError("invalid", "The body is too long.");
}
