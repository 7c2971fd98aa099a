/**
 * The other side of `accept-deliveries`: what one would write first, with Express 5 and `pg`. The same
 * verification, the same columns and indexes, one INSERT for each delivery. Plain on purpose, but not
 * slowed down: production mode, keep-alive, a prepared statement, a pool of 20, no ETag.
 */
import express from "express";
import pg from "pg";
import { parseEnvelope } from "@/lib/revento/parse-envelope";
import { verifySignature } from "@/lib/revento/verify-signature";

const { DATABASE_URL, PORT, WEBHOOK_SECRET = "" } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 20 });
const app = express();
app.set("etag", false);

app.post(
  "/api/webhooks/revento",
  express.raw({ type: "application/json", limit: "1mb" }),
  async (request, response) => {
    const body: Buffer = request.body;
    const headers = {
      event: request.get("x-revento-event") ?? "",
      deliveryId: request.get("x-revento-delivery-id") ?? "",
      timestamp: request.get("x-revento-timestamp") ?? "",
      signature: request.get("x-revento-signature") ?? "",
    };
    const proof = verifySignature(headers, body, [WEBHOOK_SECRET], Date.now());
    if (!proof) {
      response.status(401).json({ error: "bad_signature" });
      return;
    }
    const envelope = parseEnvelope(body);
    await pool.query({
      name: "store",
      text: `INSERT INTO express_deliveries
          (event_id, delivery_id, signature, type, envelope_id, occurred_at, body)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      values: [
        envelope.eventId ?? "",
        proof.deliveryId,
        proof.signature,
        envelope.type,
        envelope.id,
        envelope.occurredAt,
        body,
      ],
    });
    response.json({ ok: true });
  },
);

const server = app.listen(Number(PORT), "127.0.0.1", () => {
  console.log(`express baseline listening on http://127.0.0.1:${PORT}`);
});
process.on("SIGTERM", () => {
  server.closeAllConnections();
  server.close(() => void pool.end());
});
