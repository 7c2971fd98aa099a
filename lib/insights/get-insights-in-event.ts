import { z } from "zod";
import { readEventSql, type Sql } from "@/lib/db";
import { readHead } from "@/lib/live/read-head";
import type { Actor } from "@/lib/members/actor";
import { type Sight, seesAnswer, sightsAll } from "@/lib/members/sight-view";
import { readWithPermission } from "@/lib/members/with-permission";
import { readListContext } from "@/lib/participants/list/list-context";
import { SingleFlight } from "@/lib/single-flight";
import type { InsightsView, QualityIssueView } from "./insights-view";
import { readActivityFill } from "./read-activity-fill";
import { readFields } from "./read-fields";
import { readOverTime } from "./read-over-time";
import { readProgress } from "./read-progress";
import { readQuality } from "./read-quality";
import { readWaves } from "./read-waves";

const Input = z.object({ eventId: z.string() });

/** In ms: many pages ask for the same after each change, and a large event takes a second to answer. */
const KEPT_MS = 3_000;
const computed = new SingleFlight<InsightsView>(KEPT_MS);

/**
 * What the event's applications look like from above; each number of applications with the address of
 * the list of exactly these. Reads every live row, once for everybody who asks between two changes:
 * tens of milliseconds for 10,000 applications. Throws AppError `unauthenticated`, `not_found`.
 */
export async function getInsightsInEvent(
  actor: Actor,
  raw: z.input<typeof Input>,
): Promise<InsightsView> {
  const { eventId } = Input.parse(raw);
  const { head, sight } = await readWithPermission(
    actor,
    eventId,
    "insights.read",
    async (sql, { sight }) => ({ head: await readHead(sql, eventId), sight }),
  );
  const compute = () => readEventSql(eventId, (sql) => readInsights(sql, eventId));
  return maskInsights(sight, await computed.run(`${eventId} ${head}`, compute));
}

const OF_EMAIL: QualityIssueView["kind"][] = ["no_address", "same_address"];

/** Without what tells of e-mail addresses or answers to whoever does not see them. */
function maskInsights(sight: Sight, insights: InsightsView): InsightsView {
  if (sightsAll(sight)) return insights;
  const isSeen = ({ kind, field }: QualityIssueView) =>
    OF_EMAIL.includes(kind) ? sight.email : field !== null && seesAnswer(sight, field);
  return {
    ...insights,
    fields: insights.fields.filter(({ key }) => seesAnswer(sight, key)),
    quality: insights.quality.filter(isSeen),
  };
}

async function readInsights(sql: Sql, eventId: string): Promise<InsightsView> {
  await sql.query("SET LOCAL jit = off"); // compiling takes longer than reading
  const context = await readListContext(sql, eventId, ["submitted"]);
  const { zone: timezone, zoneInSql } = context;
  const progress = await readProgress(sql, eventId);
  const fields = await readFields(sql, eventId);
  const submitted = progress.funnel.submitted.count;
  return {
    countedAt: new Date().toISOString(),
    timezone,
    overTime: await readOverTime(sql, eventId, zoneInSql),
    ...progress,
    waves: await readWaves(sql, eventId),
    activities: await readActivityFill(sql, eventId),
    fields,
    quality: await readQuality(sql, eventId, context, { fields, submitted }),
  };
}
