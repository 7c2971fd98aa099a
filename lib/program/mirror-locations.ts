import type { Sql } from "@/lib/db";
import type { LocationSnapshot } from "@/lib/revento/snapshots";
import { type MirrorRow, mirrorRows, type ProgramMirrorResult } from "./mirror-rows";

const TABLE = {
  name: "locations",
  key: "location_id",
  columns: ["parent_id", "kind", "name"],
} as const;

/** Mirrors venues, buildings and floors (contract 4.7). The caller holds `lockMirror`. */
export async function mirrorLocations(
  sql: Sql,
  eventId: string,
  rows: readonly MirrorRow<LocationSnapshot>[],
): Promise<ProgramMirrorResult> {
  const said = rows.map(({ snapshot, versionAt, exact }) => ({
    id: snapshot.locationId,
    versionAt,
    exact,
    columns: {
      parent_id: snapshot.parentId,
      kind: snapshot.kind,
      name: snapshot.name,
    },
  }));
  return mirrorRows(sql, eventId, TABLE, said);
}
