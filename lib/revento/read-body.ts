import { ReventoError } from "./errors";

/**
 * The text of an answer of at most `maxBytes`. Throws ReventoError unavailable for more, without
 * reading on; passes on what a cut connection throws.
 */
export async function readBody(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new ReventoError("unavailable", { code: "answer_too_large" });
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
