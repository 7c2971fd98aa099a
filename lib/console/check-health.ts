import { checkReadiness } from "@/lib/check-readiness";
import { logOf } from "@/lib/log";
import { assessHealth } from "./assess-health";
import type { HealthReason } from "./health-view";
import { levelOf } from "./judge-health";

type PublicReason = Pick<HealthReason, "level" | "code" | "count" | "since">;
export type Health = { status: "green" | "yellow" | "red"; reasons: PublicReason[] };

const CHECK_WITHIN_MS = 5_000;
const NO_DATABASE: PublicReason = { level: "red", code: "database", count: 1, since: null };

/**
 * Whether somebody has to look at Foyer, by what the console says: anybody may ask, and no event is named. Red, too,
 * where nobody can tell, because the database does not answer or lacks a migration. Answers within some 5 s and never
 * throws.
 */
export async function checkHealth(): Promise<Health> {
  const { reasons: unready } = await checkReadiness();
  const hasDatabase = !unready.some((reason) => reason.startsWith("the database"));
  const assessed = hasDatabase ? await within(assessHealth()) : null;
  if (assessed === null) return { status: "red", reasons: [NO_DATABASE] };
  return { status: levelOf(assessed.reasons), reasons: publicly(assessed.reasons) };
}

async function within<T>(asked: Promise<T>): Promise<T | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), CHECK_WITHIN_MS).unref();
  });
  const answered = asked.catch((error: unknown) => {
    logOf("health").error({ err: error }, "could not look at how Foyer is");
    return null;
  });
  return Promise.race([answered, late]);
}

/** One entry for each level and code, with the earliest moment. */
function publicly(reasons: readonly HealthReason[]): PublicReason[] {
  const merged = new Map<string, PublicReason>();
  for (const { level, code, count, since } of reasons) {
    const known = merged.get(`${level} ${code}`);
    const first = known?.since && since && known.since < since ? known.since : since;
    merged.set(`${level} ${code}`, {
      level,
      code,
      count: count + (known?.count ?? 0),
      since: known ? first : since,
    });
  }
  return [...merged.values()];
}
