import { withSystemSql } from "@/lib/db";
import { logOf } from "@/lib/log";

/**
 * Why a delivery was not accepted: `signature`, it is nobody's we know; `stale`, its time is out of bounds, and it is
 * nobody's; `stale_genuine`, it is Revento's and too old (contract 6.2); the others, what was sent is no delivery.
 */
export type RefusalReason =
  | "signature"
  | "stale"
  | "stale_genuine"
  | "media_type"
  | "size"
  | "envelope";

type Counted = { count: number; firstAt: Date; lastAt: Date };

/** What anybody can cause is written down once in so long, however much of it there is. */
const WRITE_EVERY_MS = 5_000;
const HOUR_MS = 3_600_000;

let counted = new Map<string, Counted>();
let timer: NodeJS.Timeout | undefined;

/** Counts a refusal by its hour and reason; it is stored within 5 s. Never throws. */
export function countRefusal(reason: RefusalReason, at = new Date()): void {
  const hour = new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS).toISOString();
  const key = `${hour} ${reason}`;
  const known = counted.get(key) ?? { count: 0, firstAt: at, lastAt: at };
  counted.set(key, { ...known, count: known.count + 1, lastAt: at });
  timer ??= setTimeout(() => void storeRefusals(), WRITE_EVERY_MS);
  timer.unref();
}

/** Stores what has been counted. What cannot be stored is counted on. Never rejects. */
export async function storeRefusals(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const rows = [...counted];
  counted = new Map();
  if (rows.length === 0) return;
  logOf("deliveries").warn(
    Object.fromEntries(rows.map(([key, { count }]) => [key.split(" ")[1], count])),
    "deliveries were refused",
  );
  try {
    await withSystemSql((sql) =>
      sql.query(
        `INSERT INTO delivery_refusals AS r (hour, reason, count, first_at, last_at)
         SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::bigint[], $4::timestamptz[], $5::timestamptz[])
         ON CONFLICT (hour, reason) DO UPDATE SET count = r.count + excluded.count,
           last_at = greatest(r.last_at, excluded.last_at)`,
        [
          rows.map(([key]) => key.split(" ")[0]),
          rows.map(([key]) => key.split(" ")[1]),
          rows.map(([, { count }]) => count),
          rows.map(([, { firstAt }]) => firstAt),
          rows.map(([, { lastAt }]) => lastAt),
        ],
      ),
    );
  } catch (error) {
    logOf("deliveries").warn({ err: error }, "refused deliveries could not be counted");
    for (const [key, more] of rows) {
      const known = counted.get(key);
      counted.set(key, known ? { ...known, count: known.count + more.count } : more);
    }
  }
}
