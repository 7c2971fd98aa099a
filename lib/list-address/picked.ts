/**
 * Which rows of a list are meant: `ids` names participants one by one (at most 10,000);
 * `allBut` means every result of the list's address across its pages, but these.
 */
export type Picked = { ids: string[] } | { allBut: string[] };
