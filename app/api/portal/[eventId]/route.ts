import { AppError } from "@/lib/errors";
import { handle } from "@/lib/http/handle";
import { getPortalEntry } from "@/lib/portal/get-portal-entry";

export const GET = handle({ actor: "participant" }, async (visitor) => {
  const entry = await getPortalEntry(visitor);
  if (entry.event || entry.session.state !== "none") return entry;
  throw new AppError("not_found", "There is no portal here.");
});
