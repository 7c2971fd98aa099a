import type { Role } from "./role-view";

/** An event, for whoever lets people in. */
export type DoorView = { title: string | null; role: Role };
