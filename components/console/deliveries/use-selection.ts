import { useState } from "react";
import type { DeliveryRowView } from "@/lib/console/delivery-list-view";

export type DeliveryName = { eventId: string | null; deliveryId: string };

export function keyOfDelivery({ eventId, deliveryId }: DeliveryName): string {
  return `${eventId ?? ""}/${deliveryId}`;
}

/** Which deliveries are chosen: some rows by name, or everything that the filter matches. */
export function useSelection() {
  const [chosen, setChosen] = useState<ReadonlyMap<string, DeliveryName>>(new Map());
  const [isAll, setAll] = useState(false);

  function set(rows: readonly DeliveryRowView[], isOn: boolean): void {
    const next = new Map(chosen);
    for (const { eventId, deliveryId } of rows) {
      const name = { eventId, deliveryId };
      if (isOn) next.set(keyOfDelivery(name), name);
      else next.delete(keyOfDelivery(name));
    }
    setAll(false);
    setChosen(next);
  }
  function clear(): void {
    setAll(false);
    setChosen(new Map());
  }
  return {
    chosen,
    isAll,
    set,
    clear,
    chooseAll: () => setAll(true),
    has: (row: DeliveryName) => isAll || chosen.has(keyOfDelivery(row)),
  };
}

export type Selection = ReturnType<typeof useSelection>;
