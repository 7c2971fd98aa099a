/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import {
  countDeliveries,
  listRecentDeliveries,
  requireDelivery,
} from "../../platform/list-recent-deliveries";
import type { Platform } from "../../platform/platform";
import { redeliver } from "../../platform/redeliver";
import type { SandboxEnv } from "../../sandbox-env";
import { localPath } from "../local-path";
import { leaveNote } from "../note-cookie";
import { pageNumber } from "../pager";
import { showPage } from "../show-page";
import { DELIVERY_STATES, DeliveriesPage } from "./deliveries-page";
import { DeliveryPage } from "./delivery-page";

const PAGE_SIZE = 50;

/** What was sent to the integration, and sending it again (contract 6.6). */
export function deliveryRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/developer/deliveries", (c) => {
    const state = DELIVERY_STATES.find((known) => known === c.req.query("state"));
    const counts = countDeliveries(platform);
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const total = state ? (counts[state] ?? 0) : all;
    const pages = Math.ceil(total / PAGE_SIZE);
    const page = pageNumber(c.req.query("page"), pages);
    const wish = { state, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
    const rows = listRecentDeliveries(platform, wish);
    return showPage(
      platform,
      c,
      { title: "Deliveries" },
      <DeliveriesPage
        rows={rows}
        counts={counts}
        all={all}
        state={state}
        page={page}
        pages={pages}
      />,
    );
  });
  routes.get("/developer/deliveries/:id", (c) => {
    const found = requireDelivery(platform, c.req.param("id"));
    const title = `Delivery of ${found.delivery.type}`;
    const { webhookUrl } = platform.config;
    return showPage(platform, c, { title }, <DeliveryPage {...found} webhookUrl={webhookUrl} />);
  });
  routes.post("/developer/deliveries/:id/redeliver", async (c) => {
    const id = c.req.param("id");
    const back = (await c.req.parseBody()).back;
    redeliver(platform, id);
    leaveNote(c, "Queued again under its own id.");
    return c.redirect(localPath(back, `/developer/deliveries/${id}`), 303);
  });
  return routes;
}
