import type { NoteView } from "@/lib/reviews/note-view";

/** The words of a note, with those it names marked. */
export function NoteText({ note: { text, mentions } }: { note: NoteView }) {
  const named = mentions
    .flatMap(({ name, isSelf }) => (name === null ? [] : [{ word: `@${name}`, isSelf }]))
    .sort((a, b) => b.word.length - a.word.length);
  return (
    <p className="whitespace-pre-wrap text-sm leading-relaxed [overflow-wrap:anywhere]" dir="auto">
      {partsOf(text, named).map(({ word, isSelf }, at) =>
        isSelf === null ? (
          word
        ) : (
          <mark
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in their order
            key={at}
            className={`rounded-sm px-0.5 ${isSelf ? "bg-tint text-accent" : "bg-sunken text-ink"}`}
          >
            {word}
          </mark>
        ),
      )}
    </p>
  );
}

type Part = { word: string; isSelf: boolean | null };

/** A text cut at the mentions in it; `isSelf` null: between them. */
export function partsOf(text: string, named: readonly { word: string; isSelf: boolean }[]): Part[] {
  const parts: Part[] = [];
  let rest = text;
  while (rest !== "") {
    const next = named
      .map((each) => ({ ...each, at: rest.indexOf(each.word) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    if (!next) break;
    if (next.at > 0) parts.push({ word: rest.slice(0, next.at), isSelf: null });
    parts.push({ word: next.word, isSelf: next.isSelf });
    rest = rest.slice(next.at + next.word.length);
  }
  return rest === "" ? parts : [...parts, { word: rest, isSelf: null }];
}
