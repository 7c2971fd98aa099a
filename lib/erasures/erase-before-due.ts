/**
 * An erasure begins so long before its deadline at the latest, whatever it was planned for: a day before
 * health turns red over it (lib/erasures/erasure-alarms.ts).
 */
export const ERASE_BEFORE_DUE = "3 days";
