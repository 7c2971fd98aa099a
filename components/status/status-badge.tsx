import { describeStatus } from "./describe-status";

type Props = {
  status: string | null;
  /** There is room to say so of a status that is new in Revento. */
  saysWhetherNew?: boolean;
};

export function StatusBadge({ status, saysWhetherNew = false }: Props) {
  const { word, icon: Icon, badge, isNew } = describeStatus(status);
  return (
    <span
      className={`inline-flex max-w-full items-center gap-1.5 rounded-full px-2 py-0.5 font-medium text-xs ${badge}`}
    >
      <Icon aria-hidden="true" size={13} className="shrink-0" />
      <span className="truncate">{word}</span>
      {isNew ? (
        <span className={saysWhetherNew ? "font-normal" : "sr-only"}>(new in Revento)</span>
      ) : null}
    </span>
  );
}
