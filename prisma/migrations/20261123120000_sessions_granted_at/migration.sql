-- When Revento gave what a session stands on, on Revento's clock: a revocation that is told late ends
-- what had been given by then, and leaves what was given after it. Of older rows it is not known, so
-- they count as given now.
ALTER TABLE "portal_sessions" ADD COLUMN "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "handoffs" ADD COLUMN "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
