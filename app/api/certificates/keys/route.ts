import { certificateKeys } from "@/lib/erasures/certificate-keys";
import { handle } from "@/lib/http/handle";

const HOUR_S = 3_600;

/** The keys that certificates are verified with, for everybody (RFC 7517). */
export const GET = handle({ actor: "anyone" }, () =>
  Response.json(certificateKeys(), {
    headers: {
      "Content-Type": "application/jwk-set+json",
      "Cache-Control": `public, max-age=${HOUR_S}`,
      "Access-Control-Allow-Origin": "*",
    },
  }),
);

export const dynamic = "force-dynamic";
