import { CompactSign } from "jose";
import { CERTIFICATE_TYPE, type Certificate } from "./certificate";
import { ownCertificateKeys } from "./certificate-keys";

/** Signs a certificate with the newest key: a compact JWS (RFC 7515, RFC 8037). */
export async function signCertificate(certificate: Certificate): Promise<string> {
  const [newest] = ownCertificateKeys();
  if (!newest) throw new Error("CERTIFICATE_KEYS is empty");
  return new CompactSign(new TextEncoder().encode(JSON.stringify(certificate)))
    .setProtectedHeader({ alg: "EdDSA", kid: newest.id, typ: CERTIFICATE_TYPE })
    .sign(newest.privateKey);
}
