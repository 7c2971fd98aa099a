import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = {
  icon: LucideIcon;
  title: string;
  text: ReactNode;
  children?: ReactNode;
  role?: "status" | "alert";
};

/** What stands where rows would stand, when there are none. */
export function Notice({ icon: Icon, title, text, children, role }: Props) {
  return (
    <div
      role={role}
      className="mx-auto flex max-w-md flex-col items-center gap-3 px-6 py-16 text-center"
    >
      <span className="grid size-12 place-items-center rounded-full bg-tint text-accent">
        <Icon aria-hidden="true" size={22} />
      </span>
      <h2 className="font-display text-xl text-balance">{title}</h2>
      <p className="text-soft text-sm leading-relaxed text-pretty">{text}</p>
      {children ? <div className="mt-1 flex flex-wrap justify-center gap-2">{children}</div> : null}
    </div>
  );
}
