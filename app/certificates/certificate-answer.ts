import { Html, html } from "@/app/message/html";
import { LOGO } from "@/app/message/message-answer";
import { pageDocument } from "@/app/message/page-document";
import type { CertificateView } from "@/lib/erasures/erasure-view";
import { CERTIFICATE_STYLE } from "./certificate-style";
import { momentOf, wordsOf } from "./certificate-words";

/** A whole page that can be kept, printed and sent on. */
export function certificateAnswer(certificate: CertificateView): Response {
  return new Response(pageOf(certificate).markup, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache" },
  });
}

function pageOf(certificate: CertificateView): Html {
  const body = html`<main>
${LOGO}
<h1>Certificate of deletion</h1>
${join(wordsOf(certificate).map((paragraph) => html`<p>${paragraph}</p>`))}
<p class="seal">${sealOf(certificate)}</p>
${datesOf(certificate)}
${rowsOf(certificate)}
${proofOf(certificate)}
</main>`;
  return pageDocument({ title: "Certificate of deletion", body, style: CERTIFICATE_STYLE });
}

function sealOf({ isGenuine, keyId, issuer }: CertificateView): string {
  return isGenuine
    ? `Signed by ${issuer} with its key “${keyId}”. The signature is valid.`
    : `The signature could not be checked: ${issuer} no longer publishes the key “${keyId}”.`;
}

function datesOf(certificate: CertificateView): Html {
  const lines: [string, string][] = [
    ["Number", certificate.id],
    ["Event", certificate.eventId],
    ["Organization", certificate.organizationId],
    ["The connection ended", momentOf(certificate.endedAt)],
    ["Deletion began", momentOf(certificate.startedAt)],
    ["Deletion was completed", momentOf(certificate.finishedAt)],
    ["Deadline", momentOf(certificate.dueAt)],
  ];
  const rows = lines.map(
    ([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`,
  );
  return html`<table><tbody>${join(rows)}</tbody></table>`;
}

function rowsOf({ erased, remaining }: CertificateView): Html {
  const nouns = Object.keys(remaining).filter((noun) => (erased[noun] ?? 0) > 0);
  const numbers = new Intl.NumberFormat("en-GB");
  const rows = nouns.map(
    (noun) =>
      html`<tr><th scope="row">${noun}</th><td class="number">${numbers.format(erased[noun] ?? 0)}</td><td class="number">${numbers.format(remaining[noun] ?? 0)}</td></tr>`,
  );
  const others = Object.keys(remaining).length - nouns.length;
  return html`<h2>What was deleted</h2>
<table>
<caption>Rows of each kind. When all were deleted, what was left was counted again.${others > 0 ? ` ${others} more kinds were counted, of which there was nothing.` : ""}</caption>
<thead><tr><th scope="col">Kind</th><th scope="col" class="number">Deleted</th><th scope="col" class="number">Left</th></tr></thead>
<tbody>${join(rows)}</tbody>
</table>`;
}

function proofOf({ id, jws, issuer }: CertificateView): Html {
  const address = `${issuer}/certificates/${id}`;
  return html`<h2>How to check it yourself</h2>
<p>Below is the certificate as a program reads it: a JSON Web Signature (RFC 7515) with Ed25519. It holds what this page says and nothing about a person.</p>
<pre class="jws" tabindex="0" aria-label="The certificate as a JSON Web Signature">${jws}</pre>
<ol>
<li>Take the text above, or <a href="/api/certificates/${id}">the certificate as a file</a>.</li>
<li>Take <a href="/api/certificates/keys">Foyer's public keys</a> (a JSON Web Key Set, RFC 7517).</li>
<li>Give both to any program that verifies such signatures, or to the one that comes with Foyer:</li>
</ol>
<pre class="command">npm run verify-certificate -- ${address}</pre>`;
}

function join(pieces: Html[]): Html {
  return new Html(pieces.map((piece) => piece.markup).join(""));
}
