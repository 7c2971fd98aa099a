import { NO_STORE } from "@/lib/http/error-answer";
import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";
import { addNoteInEvent } from "@/lib/reviews/add-note-in-event";
import { listNotesInEvent } from "@/lib/reviews/list-notes-in-event";

export const GET = handle({ actor: "member", permission: "notes.read" }, (actor, _, params) =>
  listNotesInEvent(actor, params),
);

export const POST = handle(
  { actor: "member", permission: "notes.write", body: 16 * KIB },
  async (actor, input, params) =>
    Response.json(await addNoteInEvent(actor, { ...input, ...params }), {
      status: 201,
      headers: NO_STORE,
    }),
);
