/** Types of deliveries that end somebody's access: they go before everything else, whatever waits. */
const URGENT_TYPES = [
  "data.deletion_required",
  "integration.suspended",
  "user.revoked_access",
] as const;

/** The same as a list of SQL literals, as the index `deliveries_urgent` has them. */
export const URGENT_SQL = URGENT_TYPES.map((type) => `'${type}'`).join(", ");
