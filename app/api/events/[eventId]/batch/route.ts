import { EVENT_VIEWS } from "@/app/api/events/[eventId]/event-views";
import { AppError } from "@/lib/errors";
import { errorAnswer, NO_STORE } from "@/lib/http/error-answer";
import { type Asked, handle } from "@/lib/http/handle";
import type { Actor } from "@/lib/members/actor";

const MOST_PARTS = 10;
/** Of an answer: what is beyond is asked for again, by itself. */
const MOST_CHARACTERS = 1_000_000;

/**
 * Several views of an event in one answer, for a page that a change has put out of date: `?of=` each with its path
 * below the event's and its own search. Answers `{ status, body }` for each, in their order, as the route of the
 * view alone would; 503 for those that would make it longer than a million characters.
 */
export const GET = handle(
  { actor: "member", permission: "event.read" },
  async (actor, request, { eventId = "" }) => {
    const paths = new URL(request.url).searchParams.getAll("of");
    if (paths.length === 0 || paths.length > MOST_PARTS) {
      throw new AppError("invalid", `Ask for 1 to ${MOST_PARTS} views.`);
    }
    const parts: string[] = [];
    let characters = 0;
    // One after the other: whoever asks for many holds one connection.
    for (const path of paths) {
      const part = JSON.stringify(
        characters < MOST_CHARACTERS ? await readPart(actor, eventId, path, request) : TOO_MUCH,
      );
      const fits = characters + part.length <= MOST_CHARACTERS || parts.length === 0;
      parts.push(fits ? part : JSON.stringify(TOO_MUCH));
      characters += part.length;
    }
    const headers = { ...NO_STORE, "Content-Type": "application/json" };
    return new Response(`[${parts.join(",")}]`, { headers });
  },
);

const TOO_MUCH = {
  status: 503,
  body: { error: "busy", message: "This is more than one answer brings. Ask for it by itself." },
};

async function readPart(actor: Actor, eventId: string, path: string, request: Asked) {
  try {
    const [name = "", ...search] = path.split("?");
    if (!Object.hasOwn(EVENT_VIEWS, name))
      throw new AppError("not_found", "There is no such view.");
    const { read } = EVENT_VIEWS[name as keyof typeof EVENT_VIEWS];
    const body = await read(actor, eventId, new URLSearchParams(search.join("?")));
    return { status: 200, body };
  } catch (error) {
    const answer = errorAnswer(error, request);
    return { status: answer.status, body: (await answer.json()) as unknown };
  }
}
