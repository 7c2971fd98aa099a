"use client";

import { RotateCcw } from "lucide-react";
import { useState } from "react";
import type { DeliveryFilters } from "@/components/queries/console-queries";
import { Button } from "@/components/ui/button";
import type { DeliveryListView } from "@/lib/console/delivery-list-view";
import { ReplayDialog } from "./replay-dialog";
import { replayOrder } from "./replay-order";
import { type Replay, ReplayProgress } from "./replay-progress";
import type { Selection } from "./use-selection";

type Props = {
  filters: DeliveryFilters;
  list: DeliveryListView | undefined;
  selection: Selection;
};

/** How many are chosen, and replaying them; afterwards, how far that is. */
export function ReplayBar({ filters, list, selection }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [replay, setReplay] = useState<Replay | null>(null);
  const { chosen, isAll } = selection;
  const total = list?.total ?? 0;
  // Everything there is cannot be replayed at once: the filter has to say something.
  const isFiltered = Object.values(filters).some((value) => value !== "");
  const count = isAll ? total : chosen.size;
  return (
    <>
      <div className="flex min-h-11 flex-wrap items-center gap-2">
        <Button look="primary" disabled={count === 0} onClick={() => setOpen(true)}>
          <RotateCcw aria-hidden="true" size={15} />
          Replay…
        </Button>
        <p role="status" className="text-soft text-sm tabular-nums">
          {count === 0 ? "None chosen" : `${count.toLocaleString("en-GB")} chosen`}
        </p>
        {!isAll && total > 0 && isFiltered ? (
          <Button look="quiet" onClick={selection.chooseAll}>
            Choose all {total.toLocaleString("en-GB")} of the filter
          </Button>
        ) : null}
        {count > 0 ? (
          <Button look="quiet" onClick={selection.clear}>
            Choose none
          </Button>
        ) : null}
      </div>
      {replay !== null && list ? (
        <ReplayProgress replay={replay} counts={list.counts} onDone={() => setReplay(null)} />
      ) : null}
      <ReplayDialog
        open={isOpen}
        order={replayOrder(isAll ? null : [...chosen.values()], filters)}
        onClose={() => setOpen(false)}
        onDone={(done) => {
          setReplay(done);
          selection.clear();
        }}
      />
    </>
  );
}
