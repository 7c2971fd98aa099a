/** One thing Foyer holds. `source` says where it came from, `since` since when it is so (ISO 8601). */
export type MyDatumView = { field: string; value: unknown; source: string; since: string | null };

/** `name` is a heading ("Your application"), `note` one sentence on why Foyer holds this. */
export type MyDataGroupView = { name: string; note: string; data: MyDatumView[] };

/** Everything Foyer holds about the person who is signed in, in one event. */
export type MyDataView = { eventId: string; userId: string; at: string; groups: MyDataGroupView[] };

/** What a page shows of it. `isCut`: not the whole value. `omitted`: so many entries of the group are not here. */
export type MyDataExcerptView = Omit<MyDataView, "groups"> & {
  groups: (Omit<MyDataGroupView, "data"> & {
    data: (MyDatumView & { isCut?: true })[];
    omitted?: number;
  })[];
};
