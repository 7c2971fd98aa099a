"use client";

import type { useChosenZone } from "./use-chosen-zone";
import type { ZoneChoice } from "./zone-choice";

type Props = Pick<ReturnType<typeof useChosenZone>, "choice" | "choose" | "ownZone"> & {
  eventZone: string | null;
};

/** Whether times are those of the event's place or of one's own. */
export function ZoneSwitch({ eventZone, choice, choose, ownZone }: Props) {
  if (!ownZone) {
    return <p className="text-soft text-sm">Times in {nameOf(eventZone)}</p>;
  }
  return (
    <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
      <legend className="mr-3 text-soft max-sm:mb-1.5 sm:float-left">Times in</legend>
      <Choice value="event" word={nameOf(eventZone)} chosen={choice} onChoose={choose} />
      <Choice value="mine" word={`my zone, ${nameOf(ownZone)}`} chosen={choice} onChoose={choose} />
    </fieldset>
  );
}

type ChoiceProps = {
  value: ZoneChoice;
  word: string;
  chosen: ZoneChoice;
  onChoose: (choice: ZoneChoice) => void;
};

function Choice({ value, word, chosen, onChoose }: ChoiceProps) {
  return (
    <label className="inline-flex min-h-9 pointer-coarse:min-h-11 cursor-pointer items-center rounded-full border border-line bg-surface px-3.5 text-soft has-checked:border-accent has-checked:bg-tint has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
      <input
        type="radio"
        name="zone"
        value={value}
        checked={chosen === value}
        onChange={() => onChoose(value)}
        className="sr-only"
      />
      {word}
    </label>
  );
}

/** `America/New_York` as people say it: "New York time". */
function nameOf(zone: string | null): string {
  if (!zone || zone === "UTC") return "UTC";
  return `${zone.split("/").at(-1)?.replaceAll("_", " ")} time`;
}
