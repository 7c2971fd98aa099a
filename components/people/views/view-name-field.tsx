import { useId } from "react";

type Props = { value: string; onChange: (value: string) => void; error: string | null };

/** What a view is called, and what is wrong with that. */
export function ViewNameField({ value, onChange, error }: Props) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-soft text-sm">
        Name
      </label>
      <input
        id={id}
        type="text"
        value={value}
        maxLength={80}
        autoComplete="off"
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-error`}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-9 pointer-coarse:min-h-11 rounded-md border border-edge bg-surface px-3 text-sm pointer-coarse:text-base aria-invalid:border-rejected"
      />
      {error === null ? null : (
        <p
          id={`${id}-error`}
          role="alert"
          className="rounded-md bg-rejected-tint px-3 py-2 text-rejected text-sm"
        >
          {error}
        </p>
      )}
    </div>
  );
}
