import { redirect } from "next/navigation";
import { cache } from "react";
import { currentActor } from "@/app/actor";
import { readView } from "@/app/read-view";
import { getEventOverview } from "@/lib/connections/get-event-overview";
import { AppError } from "@/lib/errors";

/** The overview of the event whose page is being rendered, read once for the layout and the page. */
export const loadOverview = cache(async (eventId: string) => {
  try {
    return await readView(getEventOverview(await currentActor(), { eventId }));
  } catch (error) {
    // Of all members only those at the door may not see the event, and theirs is another page.
    if (error instanceof AppError && error.code === "forbidden") redirect(`/door/${eventId}`);
    throw error;
  }
});
