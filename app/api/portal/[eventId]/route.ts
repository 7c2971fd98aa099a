import { AppError } from "@/lib/errors";
import { getPortalEntry } from "@/lib/portal/get-portal-entry";
import { handleInPortal } from "@/lib/portal-http";

export const GET = handleInPortal(async (visitor) => {
  const entry = await getPortalEntry(visitor);
  if (entry.event || entry.session.state !== "none") return entry;
  throw new AppError("not_found", "There is no portal here.");
});
