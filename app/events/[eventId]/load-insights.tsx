import type { QueryKey } from "@tanstack/react-query";
import type { SearchParams } from "nuqs/server";
import { cache } from "react";
import { currentActor } from "@/app/actor";
import { chooseField } from "@/components/overview/insights/choose-field";
import { Insights } from "@/components/overview/insights/insights";
import { NeedsSection } from "@/components/overview/needs-section";
import { Hydrate } from "@/components/queries/hydrate";
import { insightQueries } from "@/components/queries/insight-queries";
import { getBreakdownInEvent } from "@/lib/insights/get-breakdown-in-event";
import { getInsightsInEvent } from "@/lib/insights/get-insights-in-event";

type Props = { eventId: string; search: Promise<SearchParams> };
type Views = (readonly [QueryKey, unknown])[];

/** Counted once for a page, whoever of it asks. */
const readInsights = cache(async (eventId: string) =>
  getInsightsInEvent(await currentActor(), { eventId }),
);

/** What needs somebody, with its numbers. What could not be read, the browser asks for. */
export async function LoadNeeds({ eventId }: Pick<Props, "eventId">) {
  const insights = await readInsights(eventId).catch(() => null);
  return (
    <Hydrate views={insights ? [[insightQueries.insights(eventId).queryKey, insights]] : []}>
      <NeedsSection eventId={eventId} />
    </Hydrate>
  );
}

/** The pictures with what they show. What could not be read, the browser asks for, and says if that fails. */
export async function LoadInsights({ eventId, search }: Props) {
  const views = await readViews(eventId, (await search).field).catch((): Views => []);
  return (
    <Hydrate views={views}>
      <Insights eventId={eventId} />
    </Hydrate>
  );
}

async function readViews(eventId: string, asked: SearchParams[string]): Promise<Views> {
  const insights = await readInsights(eventId);
  const views: Views = [[insightQueries.insights(eventId).queryKey, insights]];
  const field = chooseField(insights.fields, typeof asked === "string" ? asked : null);
  if (field === null) return views;
  const breakdown = await getBreakdownInEvent(await currentActor(), { eventId, field });
  return [...views, [insightQueries.breakdown(eventId, field).queryKey, breakdown]];
}
