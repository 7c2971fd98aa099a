"use client";

import { SmallBar } from "@/components/console/small-bar";
import { formatRelative } from "@/components/time/format-relative";
import { useNow } from "@/components/time/now-provider";
import type { ConnectionRowView } from "@/lib/console/connection-list-view";

const DAY_MS = 86_400_000;
const WARN_DAYS = 30;

/** How old a token is, and how much of the year that consent is good for has passed (contract 2.4). */
export function TokenAge({ token }: { token: ConnectionRowView["token"] }) {
  const now = useNow();
  if (!token) return <span className="text-soft">None</span>;
  const issued = Date.parse(token.firstIssuedAt);
  const cap = Date.parse(token.capAt);
  const daysLeft = Math.ceil((cap - now) / DAY_MS);
  return (
    <div className="grid gap-0.5">
      <span className="flex items-center gap-2 whitespace-nowrap tabular-nums">
        <SmallBar part={now - issued} whole={cap - issued} isLow={daysLeft <= WARN_DAYS} />
        {Math.max(0, Math.floor((now - issued) / DAY_MS))} d
      </span>
      <span className="text-soft text-xs">consent ends {formatRelative(token.capAt, now)}</span>
      {token.refreshFailedAt ? (
        <span className="text-rejected text-xs">
          refresh failed {formatRelative(token.refreshFailedAt, now)}
        </span>
      ) : null}
    </div>
  );
}
