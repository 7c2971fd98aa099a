import { SYNC_RESOURCES, type SyncResource } from "./sync-resources";

/** Where a run stands: the page it reads next. */
export type SyncPlace = { resource: SyncResource; cursor: string | null };

/** The resources that these scopes allow, in their order. */
export function resourcesWithin(scopes: readonly string[]): SyncResource[] {
  return SYNC_RESOURCES.filter(({ scope }) => scopes.includes(scope));
}

/**
 * The place that a run saved, its beginning when it saved none, or null when nothing may be read. A
 * resource that is no longer granted is passed over.
 */
export function placeOf(
  saved: { resource: string | null; cursor: string | null },
  scopes: readonly string[],
): SyncPlace | null {
  const index = SYNC_RESOURCES.findIndex(({ name }) => name === saved.resource);
  const resource = SYNC_RESOURCES.slice(Math.max(0, index)).find(({ scope }) =>
    scopes.includes(scope),
  );
  if (!resource) return null;
  return { resource, cursor: resource.name === saved.resource ? saved.cursor : null };
}

/** The beginning of the next resource; null at the end. `pastScope` leaves out all with the same scope. */
export function placeAfter(
  resource: SyncResource,
  scopes: readonly string[],
  pastScope = false,
): SyncPlace | null {
  const allowed = pastScope ? scopes.filter((scope) => scope !== resource.scope) : scopes;
  const rest = SYNC_RESOURCES.slice(SYNC_RESOURCES.indexOf(resource) + 1);
  const next = rest.find(({ scope }) => allowed.includes(scope));
  return next ? { resource: next, cursor: null } : null;
}
