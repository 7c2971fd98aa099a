/** Writes a file of as many rows as are asked for to nowhere; prints its bytes and the memory it took. */

import { eventClock } from "@/lib/exports/event-clock";
import { exportColumns } from "@/lib/exports/export-columns";
import { writeCsv } from "@/lib/exports/write-csv";
import { writeXlsx } from "@/lib/exports/xlsx/write-xlsx";
import type { ParticipantRow } from "@/lib/participants/view-participant";

const BATCH = 2_000;
const COLUMNS = ["name", "email", "status", "submitted", "answers.about", "answers.age"];
const AT = new Date("2026-03-01T10:00:00Z");

function person(n: number): ParticipantRow {
  return {
    participant_id: `ptp_${n}`,
    application_id: `app_${n}`,
    role: null,
    status: "pending",
    name: `Somebody ${n}`,
    email: `somebody.${n}@example.org`,
    fields: { about: `${n} `.repeat(100), age: n },
    submitted_at: new Date(AT.getTime() + n * 1_000),
    registered_at: null,
    last_review_action: null,
    last_reviewed_at: null,
    last_reviewer_id: null,
    updated_at: AT,
    changed_at: null,
    version_at: AT,
    source: "sync",
    confirmed_at: AT,
    missing_since: null,
    stale_since: null,
    brought_by_delivery: null,
    brought_by_run: null,
    brought_on_page: null,
  };
}

async function* batchesOf(rows: number) {
  for (let from = 0; from < rows; from += BATCH) {
    yield Array.from({ length: Math.min(BATCH, rows - from) }, (_, n) => person(from + n));
  }
}

const [format, rows = "0"] = process.argv.slice(2);
const chunks = (format === "xlsx" ? writeXlsx : writeCsv)({
  columns: exportColumns(COLUMNS, []),
  batches: batchesOf(Number(rows)),
  clock: eventClock("Europe/Zagreb"),
  title: "Applications",
});
let bytes = 0;
let most = 0;
for await (const chunk of chunks) {
  bytes += chunk.length;
  most = Math.max(most, process.memoryUsage.rss());
}
process.stdout.write(JSON.stringify({ bytes, most }));
