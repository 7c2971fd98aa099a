import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { prerender } from "react-dom/static";
import { expect, test } from "vitest";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import { aPerson } from "@/testing/a-person";
import Person from "./detail/person";

const inQueries = (node: ReactNode) => (
  <QueryClientProvider client={new QueryClient()}>{node}</QueryClientProvider>
);
const shown = (more: Partial<ApplicationDetailView>) =>
  renderToString(inQueries(<Person eventId="evt_harbor" person={aPerson(more)} />));

test("a message to a person goes to their address only, whatever else they wrote into it", () => {
  expect(shown({})).toContain('href="mailto:ann@example.org"');
  const crafted = shown({ email: "ann@example.org?bcc=eve@example.org&body=pay" });
  expect(crafted).toContain('href="mailto:ann@example.org%3Fbcc%3Deve@example.org%26body%3Dpay"');
});

test("whoever wants to decide is sent to Revento, by link or in words", () => {
  const url = "https://revento.example/a/app_ann";
  expect(shown({ reventoUrl: url })).toContain(`href="${url}"`);
  expect(shown({})).toMatch(/Decide in Revento: open your event there.*app_ann/);
  expect(shown({ applicationId: null })).not.toContain("Decide in Revento");
  const removed = shown({ removedAt: "2026-11-02T10:00:00.000Z", reventoUrl: url });
  expect(removed).toContain("no longer lists this person");
  expect(removed).not.toContain("Decide in Revento");
});

test("the way to Revento is what one looks for until it is decided", () => {
  const reventoUrl = "https://revento.example/a/app_ann";
  const isFirst = (status: string) => shown({ status, reventoUrl }).includes("bg-accent");
  expect(["pending", "revision_requested"].map(isFirst)).toEqual([true, true]);
  expect(["approved", "rejected", "cancelled"].map(isFirst)).toEqual([false, false, false]);
});

test("nothing is said twice: the name is the title, and a decision that is the status is that", () => {
  const html = shown({ name: "Ann Archer", status: "approved", lastReviewAction: "approved" });
  expect(html.split("Ann Archer")).toHaveLength(2);
  expect(html.split("Approved")).toHaveLength(2);
  const other = shown({ status: "cancelled", lastReviewAction: "approved" });
  expect(other).toContain("Approved");
});

test("where a value comes from stands beside it only if it changed", () => {
  const at = "2026-11-01T10:00:00.000Z";
  const fields = { crew: true };
  const first = { kind: "sync", at, isFirst: true };
  expect(shown({ fields, provenance: { "answers.crew": first } })).not.toContain("data-origin");
  const changed = { kind: "reconcile", at, isFirst: false };
  expect(shown({ fields, provenance: { "answers.crew": changed } })).toContain("data-origin");
});

test("an address in an answer can be followed, once what finds it is there", async () => {
  const person = aPerson({ fields: { site: "https://ann.example/" } });
  const { prelude } = await prerender(inQueries(<Person eventId="evt_harbor" person={person} />));
  const html = await new Response(prelude).text();
  expect(html).toContain('href="https://ann.example/"');
});

test("each answer is shown in its kind, with where it comes from", () => {
  const html = shown({
    fields: { days: ["Fri", "Sat"], crew: true, site: "https://ann.example/", when: "2026-05-12" },
    provenance: {
      "answers.crew": {
        kind: "participant.profile_updated",
        at: "2026-11-01T10:00:00.000Z",
        isFirst: false,
      },
    },
  });
  expect(html).toContain("12 May 2026");
  expect(html).toContain("Yes");
  expect(html).toContain("Changed: webhook participant.profile_updated, 1 Nov 2026");
});
