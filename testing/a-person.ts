import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";

const AT = "2026-11-01T10:00:00.000Z";

/** Somebody who applied, as the detail beside the list gets them. */
export function aPerson(more: Partial<ApplicationDetailView> = {}): ApplicationDetailView {
  return {
    id: "app_ann",
    participantId: "ptp_ann",
    userId: null,
    applicationId: "app_ann",
    role: null,
    status: "pending",
    name: "Ann",
    email: "ann@example.org",
    fields: {},
    submittedAt: AT,
    registeredAt: null,
    lastReviewAction: null,
    lastReviewedAt: null,
    lastReviewerId: null,
    updatedAt: null,
    writtenAt: AT,
    otherApplications: [],
    removedAt: null,
    missingSince: null,
    freshness: { source: "sync", at: AT, confirmedAt: AT, state: "fresh" },
    cutAnswers: {},
    cuts: null,
    hasOlderHistory: false,
    history: [],
    provenance: {},
    confirmation: { at: AT, by: null, lastRead: null },
    reventoUrl: null,
    ...more,
  };
}
