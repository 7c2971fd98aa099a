/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { Platform } from "../platform/platform";
import type { SandboxEnv } from "../sandbox-env";
import type { EventRow } from "../store/rows";
import { PageFrame } from "./page-frame";

/** The pages for the people of Revento. Mounted last, at the root. */
export function pageRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/", (c) => {
    const events = platform.store.rows<EventRow>("SELECT * FROM events ORDER BY rowid");
    return c.html(
      <PageFrame title="Events">
        <h1>Events</h1>
        <ul>
          {events.map((event) => (
            <li key={event.id}>
              <a href={`${platform.config.connectUrl}?event_id=${event.id}`}>{event.title}</a>
            </li>
          ))}
        </ul>
      </PageFrame>,
    );
  });
  return routes;
}
