import { z } from "zod";
import type { Actor } from "@/lib/members/actor";
import { readWithPermission } from "@/lib/members/with-permission";
import { readOwnExport, viewExport } from "./export-row";
import type { ExportView } from "./export-view";

const Input = z.object({ eventId: z.string(), exportId: z.string() });

/**
 * How far a file is written, for the member who asked for it. Throws AppError `unauthenticated`, and
 * `not_found` for another member's, and a day after it was asked for.
 */
export async function getExport(actor: Actor, raw: z.input<typeof Input>): Promise<ExportView> {
  const { eventId, exportId } = Input.parse(raw);
  return readWithPermission(actor, eventId, "people.export", async (sql, { memberId }) =>
    viewExport(await readOwnExport(sql, eventId, memberId, exportId)),
  );
}
