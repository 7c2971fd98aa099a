import { viewRoute } from "@/app/api/events/[eventId]/view-route";

export const GET = viewRoute("mentions");
