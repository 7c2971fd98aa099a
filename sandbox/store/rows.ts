/** The stored rows, column by column as in the schema. Times are epoch milliseconds. */
export type OrganizationRow = { id: string; name: string; formal: number; verified: number };

export type PersonRow = { id: string; name: string; email: string; organization_id: string | null };

export type EventRow = {
  id: string;
  organization_id: string;
  title: string;
  description: string;
  starts_at: number;
  ends_at: number;
  publish_status: string;
  min_age: string;
  timezone: string;
  seeded: number;
  updated_at: number;
};

export type ParticipantRow = {
  seq: number;
  id: string;
  event_id: string;
  user_id: string;
  role: string;
  application_id: string | null;
  application_status: string | null;
  custom_form_fields: string;
  submitted_at: number | null;
  last_review_action: string | null;
  last_reviewed_at: number | null;
  last_reviewer_id: string | null;
  display_name: string;
  email: string;
  registered_at: number | null;
  updated_at: number;
};

export type DayRow = { seq: number; id: string; event_id: string; date: string; title: string };

export type ThreadRow = {
  seq: number;
  id: string;
  event_id: string;
  title: string;
  position: number;
};

export type LocationRow = {
  seq: number;
  id: string;
  event_id: string;
  parent_id: string | null;
  kind: string;
  name: string;
};

export type RegistrationWaveRow = {
  seq: number;
  id: string;
  event_id: string;
  title: string;
  opens_at: number;
  closes_at: number;
  capacity: number | null;
};

export type ActivityRow = {
  seq: number;
  id: string;
  event_id: string;
  thread_id: string;
  location_id: string;
  day_id: string;
  title: string;
  description: string;
  starts_at: number;
  ends_at: number;
  status: string;
  capacity: number | null;
  signed_up_count: number;
  waitlist_count: number;
  updated_at: number;
};

export type ConnectionRow = {
  seq: number;
  event_id: string;
  organization_id: string;
  status: string;
  connected_at: number;
  scope: string;
};

export type FamilyRow = {
  id: number;
  kind: string;
  event_id: string;
  organization_id: string;
  user_id: string | null;
  scope: string;
  first_issued_at: number;
  revoked_at: number | null;
  revoke_reason: string | null;
};

export type CodeRow = {
  code_hash: string;
  kind: string;
  event_id: string;
  user_id: string;
  redirect_uri: string;
  code_challenge: string;
  scope: string;
  expires_at: number;
  used_at: number | null;
  family_id: number | null;
};

export type DeliveryRow = {
  seq: number;
  id: string;
  lane: string;
  event_id: string | null;
  type: string;
  body: string;
  occurred_at: number;
  state: string;
  held: number;
  fault: string | null;
  attempts: number;
  next_attempt_at: number | null;
};

export type AttemptRow = {
  delivery_id: string;
  number: number;
  at: number;
  status: number | null;
  error: string | null;
  duration_ms: number;
};
