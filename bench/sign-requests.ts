import { createHmac, randomUUID } from "node:crypto";

/** What a load generator is told. `seconds` bounds the time, `requests` the number. */
export type Load = {
  port: number;
  path: string;
  secret: string;
  requests: number;
  seconds: number;
  connections: number;
  /** The share of requests that are an earlier one, byte for byte. */
  duplicates: number;
  events: number;
  /** How many different applications they are about; without it each has its own. */
  people?: number;
};

export type SignedRequest = { deliveryId: string; bytes: Buffer };

/** How far back a duplicate reaches: far enough to meet rows stored and rows on their way. */
const REPEATED_AMONG = 500;

/** Whole HTTP requests, signed with the present time (contract 6.1, 6.2), ready to be written to a socket. */
export function signRequests(load: Load): SignedRequest[] {
  const signed: SignedRequest[] = [];
  for (let index = 0; index < load.requests; index += 1) {
    const repeats = index > 0 && Math.random() < load.duplicates;
    const back = 1 + Math.floor(Math.random() * Math.min(index, REPEATED_AMONG));
    const earlier = repeats ? signed[index - back] : undefined;
    signed.push(earlier ?? signRequest(load, index));
  }
  return signed;
}

function signRequest(
  { port, path, secret, events, people = Number.POSITIVE_INFINITY }: Load,
  index: number,
): SignedRequest {
  const deliveryId = randomUUID();
  const body = JSON.stringify(envelope(`evt_bench_${index % events}`, index % people));
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "X-Revento-Event: application.approved",
    `X-Revento-Delivery-Id: ${deliveryId}`,
    `X-Revento-Timestamp: ${timestamp}`,
    `X-Revento-Signature: sha256=${signature}`,
  ];
  return { deliveryId, bytes: Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`) };
}

function envelope(eventId: string, index: number) {
  const at = new Date().toISOString();
  return {
    id: `whe_${randomUUID()}`,
    type: "application.approved",
    occurred_at: at,
    event_id: eventId,
    organization_id: "org_bench",
    data: {
      id: `app_${index}`,
      participant_id: `ptp_${index}`,
      user_id: `usr_${index}`,
      status: "approved",
      custom_form_fields: {
        favorite_track: "data",
        dietary_notes: "no nuts, please",
        shirt_size: "M",
        languages: ["hr", "en"],
        motivation: "I build small tools for large events, and want to meet the others who do.",
        first_time: index % 2 === 0,
      },
      submitted_at: at,
      approved_at: at,
      approver_id: "usr_bench",
      display_name: `Ana Kovačević ${index}`,
      email: `ana.${index}@participants.example`,
      updated_at: at,
    },
  };
}
