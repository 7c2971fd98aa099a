import "@/lib/require-env";

import { randomUUID } from "node:crypto";
import { beatHeart, stopHeart } from "@/lib/beat-heart";
import { type Gathering, processInbox } from "@/lib/deliveries/process-inbox";
import { carryOutErasures } from "@/lib/erasures/carry-out-erasures";
import { tidyAfterErasures } from "@/lib/erasures/tidy-after-erasures";
import { listen } from "@/lib/live/listen";
import { registerJobs } from "./jobs";
import { startLoop } from "./loop";

const LOOK_EVERY_MS = 1_000;
const LOOK_FOR_ERASURES_EVERY_MS = 5_000;
const BEAT_EVERY_MS = 5_000;
const FINISH_WITHIN_MS = 9_000;

const id = randomUUID();
const heart = startLoop("heartbeat", BEAT_EVERY_MS, () => beatHeart(id));
const gathering: Gathering = new Map();
const inbox = startLoop("inbox", LOOK_EVERY_MS, (signal) => processInbox(signal, gathering));
const erasures = startLoop("erasures", LOOK_FOR_ERASURES_EVERY_MS, carryOutErasures);
const jobs = registerJobs();
const listener = listen(["foyer_inbox", "foyer_syncs", "foyer_erasures"], {
  onNotification: (channel) => {
    if (channel === "foyer_inbox") inbox.wake();
    if (channel === "foyer_syncs") jobs.wakeSyncs();
    if (channel === "foyer_erasures") erasures.wake();
  },
  onListening: () => {
    inbox.wake();
    jobs.wakeSyncs();
    erasures.wake();
  },
});
// Without a database nothing else goes either, and the next erasure makes up for it.
tidyAfterErasures().catch(() => {});
console.log("foyer worker ready");

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(1), FINISH_WITHIN_MS).unref();
  await Promise.all([inbox.stop(), erasures.stop(), jobs.stop(), heart.stop(), listener.close()]);
  await stopHeart(id).catch(() => {});
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
