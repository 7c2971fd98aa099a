import { useCallback, useState } from "react";

export const FILTER_BUTTON = "add-filter";

/** `field` null: which one is still to be chosen. `anchorId`: the button that was pressed. */
export type Editing = { isOpen: boolean; field: string | null; anchorId: string };

/** Which filter is being edited, and beside which button. */
export function useFiltering() {
  const [editing, setEditing] = useState<Editing | null>(null);
  const close = useCallback(() => setEditing((now) => now && { ...now, isOpen: false }), []);
  const isOpenAt = (anchorId: string) => editing?.isOpen === true && editing.anchorId === anchorId;
  return {
    editing,
    close,
    isOpenAt,
    press: (anchorId: string, field: string | null) =>
      isOpenAt(anchorId) ? close() : setEditing({ isOpen: true, field, anchorId }),
    choose: (field: string | null) => setEditing((now) => now && { ...now, field }),
  };
}

export type Filtering = ReturnType<typeof useFiltering>;
