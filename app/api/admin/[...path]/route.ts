import { AppError } from "@/lib/errors";
import { handle } from "@/lib/http/handle";

/** An address of the console without a route: only operators learn that there is none. */
const nothing = handle({ actor: "operator" }, () => {
  throw new AppError("not_found", "There is no such address here.");
});

export const GET = nothing;
export const POST = nothing;
export const PUT = nothing;
export const PATCH = nothing;
export const DELETE = nothing;
