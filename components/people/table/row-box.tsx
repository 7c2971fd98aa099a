type Props = { label: string; isPicked: boolean; onToggle: (isRange: boolean) => void };

/** The box of a row. The keyboard picks with the space key on the row, so it is no stop of its own. */
export function RowBox({ label, isPicked, onToggle }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keeps a press on the box from opening the row; the keyboard is the grid's
    <label
      className="grid size-10 pointer-coarse:size-11 place-items-center"
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => event.stopPropagation()}
    >
      <span className="sr-only">{label}</span>
      <input
        type="checkbox"
        tabIndex={-1}
        checked={isPicked}
        onChange={({ nativeEvent }) =>
          onToggle(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
        className="size-4"
      />
    </label>
  );
}
