import { redirect } from "next/navigation";
import { currentVisitor } from "@/app/portal/visitor";
import type { PortalPlace } from "@/components/portal/sign-in/portal-place";
import { AppError } from "@/lib/errors";
import type { Visitor } from "@/lib/portal/visitor";
import { loadEntry } from "./load-entry";

/**
 * A verb's view for a page of the portal. Whoever is not signed in is led to its door, and from there to the page
 * `to` that they came for.
 */
export async function readPortalView<T>(
  eventId: string,
  verb: (visitor: Visitor) => Promise<T>,
  to?: PortalPlace,
): Promise<T> {
  const door = to ? (`/portal/${eventId}?to=${to}` as const) : (`/portal/${eventId}` as const);
  const { session } = await loadEntry(eventId);
  if (session.state !== "signed_in") redirect(door);
  try {
    return await verb(await currentVisitor(eventId));
  } catch (error) {
    if (error instanceof AppError && error.code === "unauthenticated") {
      redirect(door);
    }
    throw error;
  }
}
