import { cache } from "react";
import { currentActor } from "@/app/actor";
import { readView } from "@/app/read-view";
import { getEventOverview } from "@/lib/connections/get-event-overview";

/** The overview of the event whose page is being rendered, read once for the layout and the page. */
export const loadOverview = cache(async (eventId: string) =>
  readView(getEventOverview(await currentActor(), { eventId })),
);
