import { getCertificate } from "@/lib/erasures/get-certificate";
import { answerOf } from "@/lib/http/handle";

type Context = { params: Promise<{ id: string }> };

/** A certificate itself, for everybody who knows its number: a compact JWS (RFC 7515 9.2.1). */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answerOf(request, async () => {
    const { jws } = await getCertificate((await params).id);
    return new Response(jws, {
      headers: { "Content-Type": "application/jose", "Cache-Control": "no-cache" },
    });
  });
}
