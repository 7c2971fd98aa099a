type Props = { label: string; value: string; onChange: (value: string | null) => void };

/** A moment in UTC, to the minute; the address has it as ISO 8601. */
export function MomentField({ label, value, onChange }: Props) {
  return (
    <label className="grid min-w-0 gap-1 text-soft text-xs">
      {label}
      <input
        type="datetime-local"
        value={value.slice(0, 16)}
        onChange={(event) => onChange(event.target.value ? `${event.target.value}:00Z` : null)}
        className="min-h-9 pointer-coarse:min-h-11 w-full min-w-0 rounded-md border border-edge bg-surface px-2.5 text-ink text-sm"
      />
    </label>
  );
}
