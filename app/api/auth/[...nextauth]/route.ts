import { AppError } from "@/lib/errors";
import { handle } from "@/lib/http/handle";

/** next-auth answers at the addresses beside this, and nowhere else. */
const nothing = handle({ actor: "anyone", from: "anywhere" }, () => {
  throw new AppError("not_found", "There is no such address here.");
});

export const GET = nothing;
export const POST = nothing;
