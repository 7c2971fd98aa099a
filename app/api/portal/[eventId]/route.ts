import { AppError } from "@/lib/errors";
import { handleInPortal } from "@/lib/http/handle-in-portal";
import { getPortalEntry } from "@/lib/portal/get-portal-entry";

export const GET = handleInPortal(async (visitor) => {
  const entry = await getPortalEntry(visitor);
  if (entry.event || entry.session.state !== "none") return entry;
  throw new AppError("not_found", "There is no portal here.");
});
