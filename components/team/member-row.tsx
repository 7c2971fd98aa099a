import { GitMerge, LogOut, MoreHorizontal, Pencil, UserMinus } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { ROLE_WORDS } from "@/components/labels/role-words";
import { TimeAgo } from "@/components/time/time-ago";
import { MenuItem } from "@/components/ui/menu-item";
import { PopupMenu } from "@/components/ui/popup-menu";
import { ROLES, type Role } from "@/lib/members/role-view";
import type { MemberView } from "@/lib/members/team-view";
import { LeaveDialog } from "./leave-dialog";
import { memberName } from "./member-name";
import { MergeDialog } from "./merge-dialog";
import { NameDialog } from "./name-dialog";
import type { TeamWrites } from "./use-team-writes";

type Props = {
  member: MemberView;
  self: MemberView | undefined;
  writes: TeamWrites;
  /** Whether this browser's member may change others. */
  mayManage: boolean;
};

type Asking = "name" | "merge" | "leave" | null;

/** Somebody of the team: who, as what, and when they were last here. */
export function MemberRow({ member, self, writes, mayManage }: Props) {
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => {
    setAsking(null);
    writes.reset();
  };
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-3 gap-y-0.5 py-2.5">
      <p className="min-w-0 truncate text-sm">
        <span className={member.name || member.isSelf ? "font-medium" : "text-soft"} dir="auto">
          {memberName(member)}
        </span>
        {member.isSelf && member.name ? <span className="text-soft"> (you)</span> : null}
        <span className="block truncate text-soft text-xs">
          {member.lastSeenAt ? (
            <>
              last here <TimeAgo at={member.lastSeenAt} />
            </>
          ) : (
            "signed out everywhere"
          )}
        </span>
      </p>
      {mayManage ? (
        <RoleSelect member={member} writes={writes} />
      ) : (
        <span className="text-soft text-sm">{ROLE_WORDS[member.role].word}</span>
      )}
      {mayManage || member.isSelf ? (
        <RowMenu label={`More about ${memberName(member)}`}>
          <MenuItem icon={Pencil} onPress={() => setAsking("name")}>
            {member.name ? "Rename…" : "Give a name…"}
          </MenuItem>
          {mayManage && self && !member.isSelf && member.role === "owner" ? (
            <MenuItem icon={GitMerge} onPress={() => setAsking("merge")}>
              This is me, too…
            </MenuItem>
          ) : null}
          <MenuItem icon={member.isSelf ? LogOut : UserMinus} onPress={() => setAsking("leave")}>
            {member.isSelf ? "Leave…" : "Remove…"}
          </MenuItem>
        </RowMenu>
      ) : (
        <span className="size-9" />
      )}
      <NameDialog
        key={member.name}
        member={member}
        writes={writes}
        isOpen={asking === "name"}
        onClose={close}
      />
      {self && !member.isSelf ? (
        <MergeDialog
          member={member}
          self={self}
          writes={writes}
          isOpen={asking === "merge"}
          onClose={close}
        />
      ) : null}
      <LeaveDialog member={member} writes={writes} isOpen={asking === "leave"} onClose={close} />
    </li>
  );
}

function RoleSelect({ member, writes }: Pick<Props, "member" | "writes">) {
  return (
    <select
      aria-label={`Role of ${memberName(member)}`}
      value={member.role}
      onChange={(event) =>
        writes.mutate({ do: "role", id: member.id, role: event.target.value as Role })
      }
      className="min-h-9 rounded-md border border-edge bg-surface px-2 text-sm pointer-coarse:min-h-11"
    >
      {ROLES.map((role) => (
        <option key={role} value={role}>
          {ROLE_WORDS[role].word}
        </option>
      ))}
    </select>
  );
}

function RowMenu({ label, children }: { label: string; children: ReactNode }) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="grid size-9 place-items-center rounded-md text-soft hover:bg-sunken hover:text-ink pointer-coarse:size-11"
      >
        <MoreHorizontal aria-hidden="true" size={16} />
      </button>
      <PopupMenu label={label} isOpen={isOpen} onClose={() => setOpen(false)} anchor={anchor}>
        {children}
      </PopupMenu>
    </>
  );
}
