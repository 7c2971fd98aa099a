/** A bar from 0 to 100; `null` says that nobody knows yet how much there is. */
export function Progress({ label, value }: { label: string; value: number | null }) {
  const isUnknown = value === null;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value ?? undefined}
      aria-valuetext={isUnknown ? "not known yet" : `${Math.round(value)} %`}
      className="h-2 overflow-hidden rounded-full bg-sunken"
    >
      <span
        style={isUnknown ? undefined : { width: `${value}%` }}
        className={`block h-full rounded-full bg-accent transition-[width] duration-700 ${isUnknown ? "w-1/3 animate-breathe" : ""}`}
      />
    </div>
  );
}
