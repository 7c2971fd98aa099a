import type { Actor } from "@/lib/members/actor";
import { readEventAs } from "@/lib/members/with-permission";
import type { NotesView } from "./note-view";
import { OfApplication } from "./of-application";
import { readNotes } from "./read-notes";

/** What the team wrote about an application. Throws AppError `unauthenticated`, `not_found`, `forbidden`. */
export async function listNotesInEvent(actor: Actor, raw: unknown): Promise<NotesView> {
  const of = OfApplication.parse(raw);
  return readEventAs(actor, of.eventId, "notes.read", async (db, member) => ({
    notes: await readNotes(db, of, member),
  }));
}
