import { handle } from "@/lib/http/handle";

export const dynamic = "force-dynamic";

/** Liveness: this process answers. */
export const GET = handle({ actor: "anyone" }, () => ({ ok: true }));
