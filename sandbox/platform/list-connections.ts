import type { ConnectionRow } from "../store/rows";
import type { Platform } from "./platform";

/** A connection with the names of its event and organization. */
export type NamedConnection = ConnectionRow & { event_title: string; organization_name: string };

/** Every connection of the integration, whatever its status, oldest first. */
export function listConnections(platform: Platform): NamedConnection[] {
  return platform.store.rows<NamedConnection>(
    `SELECT connections.*, events.title AS event_title, organizations.name AS organization_name
     FROM connections JOIN events ON events.id = event_id
     JOIN organizations ON organizations.id = connections.organization_id
     ORDER BY connections.seq`,
  );
}
