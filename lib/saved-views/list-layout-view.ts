/** A column as a member arranged it; `width` in pixels, absent where it was never changed. */
export type ListColumn = { id: string; width?: number };

/** How a member sees a list. Empty `columns`: never arranged. */
export type ListLayoutView = { columns: ListColumn[]; defaultViewId: string | null };
