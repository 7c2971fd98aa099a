/** What is still to be decided, and so to be reviewed. */
export const OPEN_STATUSES = ["pending", "revision_requested"] as const;

/** The list of exactly these, as its address asks it. */
export const OPEN_ADDRESS = OPEN_STATUSES.map((status) => `status=${status}`).join("&");
