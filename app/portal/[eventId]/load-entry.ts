import { notFound } from "next/navigation";
import { cache } from "react";
import { currentVisitor } from "@/app/portal/visitor";
import { getPortalEntry } from "@/lib/portal/get-portal-entry";
import type { PortalEntryView } from "@/lib/portal/portal-entry-view";

const readEntry = cache(async (eventId: string) => getPortalEntry(await currentVisitor(eventId)));

/** The door of the portal that is being rendered, read once; where there is none, the page that says so. */
export async function loadEntry(eventId: string): Promise<PortalEntryView> {
  const entry = await readEntry(eventId);
  if (!entry.event && entry.session.state === "none") notFound();
  return entry;
}

/** What the portal is called; null where there is none, or none that is shown. */
export async function loadTitle(eventId: string): Promise<string | null> {
  const { event } = await readEntry(eventId);
  return event?.title ?? null;
}
