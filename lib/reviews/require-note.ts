import { z } from "zod";
import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";

const Id = z.uuid();

/** A note of the event that is not deleted, by its id. Throws AppError `not_found`. */
export async function requireNote(db: Tx, eventId: string, noteId: string) {
  const id = Id.safeParse(noteId);
  const note = id.success
    ? await db.applicationNote.findFirst({ where: { eventId, id: id.data, deletedAt: null } })
    : null;
  if (!note) throw new AppError("not_found", "There is no such note any more.");
  return note;
}
