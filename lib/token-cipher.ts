import { base64url, CompactEncrypt, compactDecrypt } from "jose";
import { env } from "@/lib/env";

/** What a ciphertext belongs to. Decryption under any other binding fails. */
export type Binding = { eventId: string; holder: string; use: "access" | "refresh" | "verifier" };

function keys(): { id: string; key: Uint8Array }[] {
  return env().TOKEN_KEYS.map((pair) => {
    const [id = "", key = ""] = pair.split(":");
    return { id, key: base64url.decode(key) };
  });
}

/**
 * Encrypts a token at rest (contract 2.9) as a compact JWE (RFC 7516, `dir` + A256GCM) under the
 * newest of `TOKEN_KEYS`. The protected header names the key and the binding.
 */
export async function encryptToken(token: string, binding: Binding): Promise<string> {
  const [newest] = keys();
  if (!newest) throw new Error("TOKEN_KEYS is empty");
  return new CompactEncrypt(new TextEncoder().encode(token))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: newest.id, for: nameOf(binding) })
    .encrypt(newest.key);
}

/**
 * Opens what {@link encryptToken} closed. Throws when the key is gone, the ciphertext was changed, or
 * it was moved here from another row. There is no fallback to clear text.
 */
export async function decryptToken(ciphertext: string, binding: Binding): Promise<string> {
  const { plaintext, protectedHeader } = await compactDecrypt(
    ciphertext,
    (header) => {
      const known = keys().find(({ id }) => id === header.kid);
      if (!known) throw new Error("the key of this token is not in TOKEN_KEYS");
      return known.key;
    },
    { keyManagementAlgorithms: ["dir"], contentEncryptionAlgorithms: ["A256GCM"] },
  );
  if (protectedHeader.for !== nameOf(binding)) {
    throw new Error("this token belongs to something else");
  }
  return new TextDecoder().decode(plaintext);
}

function nameOf({ eventId, holder, use }: Binding): string {
  return `${use}:${holder}:${eventId}`;
}
