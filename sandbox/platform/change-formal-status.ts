import type { ConnectionRow } from "../store/rows";
import { endConnections } from "./end-connection";
import type { Platform } from "./platform";
import { notFound } from "./platform-error";

/**
 * An organization loses or regains its formal status. Losing it ends the connections of all its
 * events (contract 7.3); regaining it brings none of them back.
 */
export function changeFormalStatus(
  platform: Platform,
  organizationId: string,
  formal: boolean,
): void {
  const { store } = platform;
  store.transaction(() => {
    const changed = store.run(
      "UPDATE organizations SET formal = ?1, verified = ?1 WHERE id = ?2",
      formal ? 1 : 0,
      organizationId,
    );
    if (changed === 0) throw notFound("organization");
    if (formal) return;
    store.run(
      "DELETE FROM codes WHERE event_id IN (SELECT id FROM events WHERE organization_id = ?)",
      organizationId,
    );
    const connections = store.rows<ConnectionRow>(
      "SELECT * FROM connections WHERE organization_id = ? AND status <> 'revoked'",
      organizationId,
    );
    endConnections(platform, connections, "the organization lost its formal status");
  });
}
