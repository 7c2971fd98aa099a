import type { ErasureScope } from "@/lib/connections/event-overview-view";

/** What is, or was, to be deleted of one tuple. All times are ISO 8601 in UTC. */
export type ErasureView = {
  id: string;
  eventId: string;
  organizationId: string;
  scope: ErasureScope;
  state: "open" | "running" | "completed" | "withdrawn";
  rule: "required" | "ended";
  cause: string;
  endedAt: string;
  openedAt: string;
  plannedAt: string;
  dueAt: string;
  /** An operator holds it until then; `plannedAt` says the same. */
  heldUntil: string | null;
  begunBy: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  /** Rows deleted so far, by the noun a person reads ("participants", "sign-ins", …). */
  counts: Record<string, number>;
  hasCertificate: boolean;
};

/** Exactly what an erasure would delete now: how many rows of what. Nouns without rows are left out. */
export type ErasurePreviewView = {
  eventId: string;
  scope: ErasureScope;
  counts: Record<string, number>;
  /** The nouns among them of what an organizer knows; the others are technical records. */
  known: string[];
  total: number;
};

/** What the public page of a certificate shows: the signed statement, and whether its signature holds. */
export type CertificateView = {
  id: string;
  /** The compact JWS (RFC 7515) itself. */
  jws: string;
  /** Whether its signature holds under a key that is still published. */
  isGenuine: boolean;
  keyId: string;
  issuer: string;
  eventId: string;
  organizationId: string;
  scope: ErasureScope;
  rule: "required" | "ended";
  cause: string;
  endedAt: string;
  dueAt: string;
  startedAt: string;
  finishedAt: string;
  erased: Record<string, number>;
  /** Counted again at the end; all zero. */
  remaining: Record<string, number>;
};
