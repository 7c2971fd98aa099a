"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { CloudOff, Inbox, SearchX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type Props = {
  query: Pick<UseQueryResult, "data" | "error" | "isError" | "refetch">;
  count: number;
  empty: { title: string; text: string };
  /** Left out: this list has no filters, or none is set. */
  clearFilters?: (() => void) | undefined;
};

/** What stands in place of rows: that they are coming, that there are none, or why they did not come. */
export function ListNotice({ query, count, empty, clearFilters }: Props) {
  if (query.data === undefined) {
    return query.isError ? <Failed query={query} /> : <Waiting />;
  }
  if (count > 0) return null;
  if (clearFilters) {
    return (
      <Notice
        icon={SearchX}
        role="status"
        title="Nothing matches"
        text="No row fits the filters that are set."
      >
        <Button look="primary" onClick={clearFilters}>
          Clear filters
        </Button>
      </Notice>
    );
  }
  return <Notice icon={Inbox} role="status" title={empty.title} text={empty.text} />;
}

export function Failed({ query }: { query: Pick<UseQueryResult, "error" | "refetch"> }) {
  return (
    <Notice
      icon={CloudOff}
      role="alert"
      title="This did not load"
      text={query.error?.message ?? "Foyer did not answer."}
    >
      <Button look="primary" onClick={() => void query.refetch()}>
        Try again
      </Button>
    </Notice>
  );
}

export function Waiting() {
  return (
    <div role="status" aria-label="Loading" className="divide-y divide-line">
      {["a", "b", "c", "d", "e"].map((key) => (
        <div key={key} className="flex min-h-14 animate-breathe items-center gap-4 px-4">
          <span className="h-3 w-40 max-w-full rounded-full bg-sunken" />
          <span className="ml-auto h-3 w-24 rounded-full bg-sunken" />
        </div>
      ))}
    </div>
  );
}
