/** Where a column goes where each row is a card of two lines. */
export type CardPlace = "name" | "top" | "bottom" | "hidden";

const WORTH: readonly string[] = ["status", "submitted", "registered", "updated", "role"];

/** A card shows the name and two more: the status and a moment where they are shown at all. */
export function cardPlaces(ids: readonly string[]): ReadonlyMap<string, CardPlace> {
  const others = ids.filter((id) => id !== "name");
  const worth = (id: string) => (WORTH.includes(id) ? WORTH.indexOf(id) : WORTH.length);
  const [top, bottom] = others.toSorted((a, b) => worth(a) - worth(b));
  return new Map(
    ids.map((id) => {
      if (id === "name") return [id, "name"] as const;
      if (id === top) return [id, "top"] as const;
      return [id, id === bottom ? "bottom" : "hidden"] as const;
    }),
  );
}
