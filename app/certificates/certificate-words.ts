import type { CertificateView } from "@/lib/erasures/erasure-view";

/** Why a connection ended, as the rest of a sentence that begins with "because". */
const CAUSES: Record<string, string> = {
  "data.deletion_required": "Revento asked for the deletion of its data",
  not_listed: "Revento no longer lists the connection",
  ended_by_operator: "Foyer's staff ended the connection",
  "integration.suspended": "Revento suspended Foyer",
  token_revoked: "Revento took Foyer's access back",
  invalid_grant: "Revento no longer renewed Foyer's access",
  consent_expired: "the organizer's consent ended after its longest time",
};

/** What happened, why and by which rule, one paragraph each. */
export function wordsOf(certificate: CertificateView): string[] {
  const { eventId, organizationId, scope, rule, cause } = certificate;
  const what =
    scope === "all"
      ? `Foyer has deleted everything it held of the event ${eventId} of the organization ${organizationId}. What stays is this certificate, and which of Foyer's staff did what and when, without the words they wrote.`
      : `Foyer has deleted everything it had read from Revento of the event ${eventId} of the organization ${organizationId}. The event was connected again meanwhile: what its team had made in Foyer stayed, and what Revento has was read anew.`;
  const why = `This was done because ${CAUSES[cause] ?? "the connection of the event had ended"}.`;
  const byRule =
    rule === "required"
      ? "Revento's rule for integrations: what had been read of an event is deleted within 30 days."
      : "Foyer's own rule: a connection that ended and is not made again is deleted within 30 days.";
  return [what, `${why} ${byRule}`];
}

/** A moment in words, in UTC. */
export function momentOf(iso: string): string {
  const moment = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${moment.format(new Date(iso))} UTC`;
}
