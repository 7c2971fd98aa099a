"use client";

import { countdown } from "@/components/console/in-days";
import { formatInZone } from "@/components/time/format-in-zone";
import { formatRelative } from "@/components/time/format-relative";
import { useNow } from "@/components/time/now-provider";
import type { ConnectionRowView } from "@/lib/console/connection-list-view";

const DAY_MS = 86_400_000;
const WARN_DAYS = 30;

/** When a token is renewed next, and until when consent allows it: a year at the most (contract 2.4). */
export function TokenAge({ token }: { token: ConnectionRowView["token"] }) {
  const now = useNow();
  if (!token) return <span className="text-soft">None</span>;
  const renewsInMs = Date.parse(token.accessExpiresAt) - now;
  const daysLeft = Math.ceil((Date.parse(token.capAt) - now) / DAY_MS);
  return (
    <div className="grid gap-0.5">
      <span className="whitespace-nowrap tabular-nums">
        {renewsInMs > 0 ? `renews ${countdown(renewsInMs)}` : "renews with the next call"}
      </span>
      <span className={`text-xs ${daysLeft <= WARN_DAYS ? "text-rejected" : "text-soft"}`}>
        consent until{" "}
        <time dateTime={token.capAt} title={formatInZone(token.capAt, "moment", null)}>
          {formatInZone(
            token.capAt,
            daysLeft <= WARN_DAYS ? "short dated day" : "short month",
            null,
          )}
        </time>
      </span>
      {token.refreshFailedAt ? (
        <span className="text-rejected text-xs">
          refresh failed {formatRelative(token.refreshFailedAt, now)}
        </span>
      ) : null}
    </div>
  );
}
