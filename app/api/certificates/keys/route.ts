import { certificateKeys } from "@/lib/erasures/certificate-keys";

const HOUR_S = 3_600;

/** The keys that certificates are verified with, for everybody (RFC 7517). */
export function GET(): Response {
  return Response.json(certificateKeys(), {
    headers: {
      "Content-Type": "application/jwk-set+json",
      "Cache-Control": `public, max-age=${HOUR_S}`,
      "Access-Control-Allow-Origin": "*",
    },
  });
}

export const dynamic = "force-dynamic";
