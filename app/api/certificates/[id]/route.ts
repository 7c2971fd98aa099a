import { getCertificate } from "@/lib/erasures/get-certificate";
import { handle } from "@/lib/http/handle";

/** A certificate itself, for everybody who knows its number: a compact JWS (RFC 7515 9.2.1). */
export const GET = handle({ actor: "anyone" }, async (_actor, _request, { id = "" }) => {
  const { jws } = await getCertificate(id);
  return new Response(jws, {
    headers: { "Content-Type": "application/jose", "Cache-Control": "no-cache" },
  });
});
