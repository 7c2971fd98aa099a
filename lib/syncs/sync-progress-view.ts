export type { SyncProgressView } from "./get-sync-progress";
