import type { OrganizationRow } from "../store/rows";
import type { Platform } from "./platform";
import { notFound } from "./platform-error";

/** An organization by id. Throws not_found. */
export function requireOrganization(platform: Platform, organizationId: string): OrganizationRow {
  const row = platform.store.row<OrganizationRow>(
    "SELECT * FROM organizations WHERE id = ?",
    organizationId,
  );
  if (!row) throw notFound("organization");
  return row;
}

/** Whether events of this organization may be connected at all (contract 1.4). */
export function isFormal(organization: OrganizationRow): boolean {
  return organization.formal === 1 && organization.verified === 1;
}
