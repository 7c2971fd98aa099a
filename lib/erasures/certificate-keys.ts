import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import type { JSONWebKeySet, JWK } from "jose";
import { env } from "@/lib/env";

/** A PKCS #8 Ed25519 key up to its seed (RFC 8410 7). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

export type CertificateKey = { id: string; privateKey: KeyObject; publicJwk: JWK };

/** The keys of `CERTIFICATE_KEYS`, the newest first: it signs. */
export function ownCertificateKeys(): CertificateKey[] {
  return env().CERTIFICATE_KEYS.map((pair) => {
    const [id = "", seed = ""] = pair.split(":");
    const der = Buffer.concat([PKCS8_HEAD, Buffer.from(seed, "base64url")]);
    const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
    const { x } = createPublicKey(privateKey).export({ format: "jwk" });
    return {
      id,
      privateKey,
      publicJwk: { kty: "OKP", crv: "Ed25519", x: x ?? "", kid: id, alg: "EdDSA", use: "sig" },
    };
  });
}

/** The public keys of every certificate that can be verified, the newest first (RFC 7517, RFC 8037). */
export function certificateKeys(): JSONWebKeySet {
  return { keys: ownCertificateKeys().map(({ publicJwk }) => publicJwk) };
}
