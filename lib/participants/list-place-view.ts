/** A place in a list, counted from 1, and the participants before and after it. */
export type ListPlaceView = { position: number; previous: string | null; next: string | null };
