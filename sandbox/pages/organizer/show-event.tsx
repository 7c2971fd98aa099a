/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import { findConnection } from "../../platform/find-connection";
import { isFormal, requireOrganization } from "../../platform/find-organization";
import type { Platform } from "../../platform/platform";
import type { SandboxEnv } from "../../sandbox-env";
import { showPage } from "../show-page";
import { readApplicationList } from "./application-list";
import { ApplicationsTable } from "./applications-table";
import { EventDetailsForm } from "./event-details-form";
import { EventHead } from "./event-head";
import { IntegrationsPanel } from "./integrations-panel";
import { OrganizationPanel } from "./organization-panel";
import { requireOrganizer } from "./require-organizer";

/** An organizer's page of one event. */
export function showEvent(platform: Platform, c: Context<SandboxEnv>, eventId: string) {
  const { event } = requireOrganizer(platform, c, eventId);
  const organization = requireOrganization(platform, event.organization_id);
  return showPage(
    platform,
    c,
    { title: event.title },
    <>
      <EventHead event={event} current="event" />
      <div class="cards">
        <IntegrationsPanel
          eventId={event.id}
          connectUrl={platform.config.connectUrl}
          connection={findConnection(platform, event.id)}
          formal={isFormal(organization)}
        />
        <OrganizationPanel organization={organization} back={`/organizer/events/${event.id}`} />
      </div>
      <EventDetailsForm event={event} />
      <ApplicationsTable event={event} list={readApplicationList(platform, c, event.id)} />
    </>,
  );
}
