type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  type?: "text" | "email";
};

export function TextField({ label, value, onChange, maxLength, type = "text" }: Props) {
  return (
    <label className="grid min-w-0 gap-1 text-soft text-xs">
      {label}
      <input
        type={type}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        className="min-h-9 w-full min-w-0 rounded-md border border-edge bg-surface px-2.5 text-ink text-sm pointer-coarse:min-h-11 pointer-coarse:text-base"
      />
    </label>
  );
}
