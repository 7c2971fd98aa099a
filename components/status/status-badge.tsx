import { describeStatus } from "./describe-status";

export function StatusBadge({ status }: { status: string | null }) {
  const { word, icon: Icon, badge, isNew } = describeStatus(status);
  return (
    <span
      className={`inline-flex max-w-full items-center gap-1.5 rounded-full px-2 py-0.5 font-medium text-xs ${badge}`}
    >
      <Icon aria-hidden="true" size={13} className="shrink-0" />
      <span className="truncate">{word}</span>
      {isNew ? <span className="font-normal">(new in Revento)</span> : null}
    </span>
  );
}
