import { notFound } from "next/navigation";
import { cache } from "react";
import { currentVisitor } from "@/app/portal/visitor";
import { getPortalEntry } from "@/lib/portal/get-portal-entry";
import type { PortalEntryView } from "@/lib/portal/portal-entry-view";

/** The door of the portal that is being rendered, read once; where there is none, the page that says so. */
export const loadEntry = cache(async (eventId: string): Promise<PortalEntryView> => {
  const entry = await getPortalEntry(await currentVisitor(eventId));
  if (!entry.event && entry.session.state === "none") notFound();
  return entry;
});
