import { StatusBadge } from "@/components/status/status-badge";

const GUESTS = [
  ["Mira Novak", "Makers", "approved"],
  ["Kenji Watanabe", "音楽", "pending"],
  ["Aylin Öztürk", "Sea & Sail", "approved"],
  ["Luka Perić", "Makers", "revision_requested"],
  ["Sofía Ibáñez", "Glazba", "pending"],
] as const;

/** The picture of the start page: a lit doorway and who is coming through it. Says nothing that the words do not. */
export function Doorway() {
  return (
    <div
      aria-hidden="true"
      className="relative mx-auto w-full max-w-md rounded-t-full rounded-b-lg border border-line bg-tint px-5 pt-28 pb-5 sm:px-7"
    >
      <div className="absolute inset-x-5 top-6 h-48 rounded-t-full bg-flash opacity-70 blur-2xl sm:inset-x-12" />
      <div className="relative overflow-hidden rounded-lg border border-line bg-surface shadow-lift">
        {GUESTS.map(([name, track, status]) => (
          <div
            key={name}
            className="flex items-center justify-between gap-3 border-line px-4 py-3 not-last:border-b"
          >
            <span className="min-w-0">
              <span className="block truncate font-medium text-sm">{name}</span>
              <span className="block truncate text-soft text-xs">{track}</span>
            </span>
            <span className="shrink-0">
              <StatusBadge status={status} />
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
