import { handle } from "@/lib/http/handle";
import { getBreakdownInEvent } from "@/lib/insights/get-breakdown-in-event";
import { getInsightsInEvent } from "@/lib/insights/get-insights-in-event";

/** With `?field=`: how that field of the form was answered, and nothing else. */
export const GET = handle(
  { actor: "member", permission: "insights.read" },
  async (actor, request, { eventId = "" }) => {
    const field = new URL(request.url).searchParams.get("field");
    if (field === null) return getInsightsInEvent(actor, { eventId });
    return getBreakdownInEvent(actor, { eventId, field });
  },
);
