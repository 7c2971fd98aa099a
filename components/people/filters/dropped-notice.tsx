"use client";

import { TriangleAlert } from "lucide-react";
import type { PeopleList } from "@/components/people/use-people-list";
import { Button } from "@/components/ui/button";

/** Says what of the address was left out, because no list understands it, and that the rest is kept. */
export function DroppedNotice({ list: { dropped, change } }: { list: PeopleList }) {
  if (dropped.length === 0) return null;
  return (
    <div
      role="status"
      className="mx-3 mt-3 flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-pending-tint px-3 py-2 text-pending text-sm sm:mx-5"
    >
      <p className="min-w-0 flex-1 basis-64 leading-snug [overflow-wrap:anywhere]">
        <TriangleAlert aria-hidden="true" size={15} className="mr-1.5 -mt-0.5 inline" />
        Left out of this address, because the list does not understand it or your role does not see
        it:{" "}
        {dropped.map(({ name, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words can be left out twice, and the list is never rearranged
          <span key={at}>
            {at > 0 ? ", " : null}
            <code className="font-mono text-xs">{`${name}=${short(text)}`}</code>
          </span>
        ))}
        . The rest is kept.
      </p>
      <Button onClick={() => change({})}>Remove from the address</Button>
    </div>
  );
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
