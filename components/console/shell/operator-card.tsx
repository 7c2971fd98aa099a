"use client";

import { useQuery } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { consoleQueries } from "@/components/queries/console-queries";
import { useNow } from "@/components/time/now-provider";
import { Button } from "@/components/ui/button";
import { ThemeSwitch } from "@/components/ui/theme-switch";

/** Who is signed in and for how long, and the way out. */
export function OperatorCard({ name }: { name: string | undefined }) {
  const { data } = useQuery(consoleQueries.me());
  const now = useNow();
  const who = data?.operator ?? name;
  return (
    <div className="grid gap-3 text-sm">
      <ThemeSwitch />
      <div>
        <p className="truncate font-medium" title={who}>
          {who === "local" ? "Local operator" : (who ?? "Operator")}
        </p>
        <p className="min-h-4 text-soft text-xs">
          {data ? `Signed in for another ${timeLeft(Date.parse(data.expiresAt) - now)}` : null}
        </p>
      </div>
      <form action="/admin/sign-out" method="post">
        <Button type="submit" className="w-full">
          <LogOut aria-hidden="true" size={15} />
          Sign out
        </Button>
      </form>
    </div>
  );
}

/** "3 h 20 min", "12 min". */
function timeLeft(ms: number): string {
  const minutes = Math.max(0, Math.ceil(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}
