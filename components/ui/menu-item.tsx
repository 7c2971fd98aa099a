import { Menu } from "@base-ui/react/menu";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export const ITEM =
  "grid min-h-9 pointer-coarse:min-h-11 cursor-default grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-1.5 rounded-sm px-2 outline-none data-disabled:opacity-60 data-highlighted:bg-tint";

type Props = {
  icon: LucideIcon;
  onPress: () => void;
  /** Whether the menu stays, to show what has become of it. */
  stays?: boolean;
  isDisabled?: boolean;
  children: ReactNode;
};

/** Something that can be done. */
export function MenuItem({ icon: Icon, onPress, stays, isDisabled, children }: Props) {
  return (
    <Menu.Item
      closeOnClick={!stays}
      disabled={isDisabled ?? false}
      onClick={onPress}
      className={ITEM}
    >
      <Icon aria-hidden="true" size={15} className="text-soft" />
      <span className="col-span-2">{children}</span>
    </Menu.Item>
  );
}
