export const FIELD_LOOK =
  "w-full rounded-md border border-edge bg-surface px-3 py-2 text-sm pointer-coarse:text-base";

type Props = { word: string; value: string; onChange: (value: string) => void };

/** A word that has to be typed before what cannot be undone. */
export function RetypeField({ word, value, onChange }: Props) {
  return (
    <label className="grid gap-1 font-medium text-sm">
      <span>
        Type <span className="font-mono text-xs [overflow-wrap:anywhere]">{word}</span> to confirm
      </span>
      <input
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        className={`${FIELD_LOOK} min-h-9 font-mono font-normal`}
      />
    </label>
  );
}
