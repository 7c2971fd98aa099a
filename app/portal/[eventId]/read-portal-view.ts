import { redirect } from "next/navigation";
import { currentVisitor } from "@/app/portal/visitor";
import { AppError } from "@/lib/errors";
import type { Visitor } from "@/lib/portal/visitor";
import { loadEntry } from "./load-entry";

/** A verb's view for a page of the portal. Whoever is not signed in is led to its door. */
export async function readPortalView<T>(
  eventId: string,
  verb: (visitor: Visitor) => Promise<T>,
): Promise<T> {
  const { session } = await loadEntry(eventId);
  if (session.state !== "signed_in") redirect(`/portal/${eventId}`);
  try {
    return await verb(await currentVisitor(eventId));
  } catch (error) {
    if (error instanceof AppError && error.code === "unauthenticated") {
      redirect(`/portal/${eventId}`);
    }
    throw error;
  }
}
