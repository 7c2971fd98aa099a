import { compactVerify, createLocalJWKSet, decodeProtectedHeader } from "jose";
import { z } from "zod";
import { withSystemSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { Certificate } from "./certificate";
import { certificateKeys } from "./certificate-keys";
import type { CertificateView } from "./erasure-view";

/**
 * The certificate of a completed erasure, for everybody who knows its id: it holds nothing personal.
 * Looks across events. `isGenuine` is false where its key is published no longer. Throws AppError
 * `not_found`.
 */
export async function getCertificate(id: string): Promise<CertificateView> {
  const jws = z.uuid().safeParse(id).success ? await readCertificate(id) : null;
  if (!jws) throw new AppError("not_found", "There is no certificate with this number.");
  const { payload, isGenuine } = await openCertificate(jws);
  const told = Certificate.parse(JSON.parse(new TextDecoder().decode(payload)));
  return {
    id: told.jti,
    jws,
    isGenuine,
    keyId: decodeProtectedHeader(jws).kid ?? "",
    issuer: told.iss,
    eventId: told.event,
    organizationId: told.organization,
    scope: told.scope,
    rule: told.rule,
    cause: told.cause,
    endedAt: told.ended_at,
    dueAt: told.due_at,
    startedAt: told.started_at,
    finishedAt: told.finished_at,
    erased: told.erased,
    remaining: told.remaining,
  };
}

async function readCertificate(id: string): Promise<string | null> {
  return withSystemSql(async (sql) => {
    const found = await sql.query<{ certificate: string | null }>(
      "SELECT certificate FROM erasures WHERE id = $1",
      [id],
    );
    return found.rows[0]?.certificate ?? null;
  });
}

async function openCertificate(jws: string): Promise<{ payload: Uint8Array; isGenuine: boolean }> {
  try {
    const { payload } = await compactVerify(jws, createLocalJWKSet(certificateKeys()));
    return { payload, isGenuine: true };
  } catch {
    // Its key is gone: the page says so, and shows what the certificate says all the same.
    const [, body = ""] = jws.split(".");
    return { payload: Buffer.from(body, "base64url"), isGenuine: false };
  }
}
