/** @jsxImportSource hono/jsx */
import type { EventRow } from "../../store/rows";

type AppPageProps = { event: EventRow; src: string | undefined };

/** The event inside the Revento app: the integration's portal in a cross-site frame (contract 8). */
export function AppPage({ event, src }: AppPageProps) {
  return (
    <div class="medium">
      <header class="head">
        <div>
          <h1>
            <bdi>{event.title}</bdi>
          </h1>
          <p class="hint">As the Revento app shows it to participants</p>
        </div>
        <a class="button" href={`/participant/events/${event.id}`}>
          My participation
        </a>
      </header>
      <div class="device">
        {src ? (
          <iframe src={src} title="Portal of the event" allow="clipboard-write" />
        ) : (
          <div class="empty">
            <h2>No page here yet</h2>
            <p>
              An organizer can add an integration's page to the event's navigation. It would open in
              this place. The sandbox learns its address from <code>SANDBOX_PORTAL_URL</code>.
            </p>
          </div>
        )}
      </div>
    </div>
  );
}

/** The address in the frame: the portal's, with the event's id in its last place. */
export function frameUrl(portalUrl: string | undefined, eventId: string): string | undefined {
  if (!portalUrl) return undefined;
  const url = new URL(portalUrl);
  url.pathname = `${url.pathname.replace(/\/$/, "")}/${encodeURIComponent(eventId)}`;
  return url.href;
}
