import type { RateLimiter } from "../api/rate-limiter";
import type { Clock } from "../clock";
import type { SandboxConfig } from "../config";
import type { FaultBox } from "../control/fault-box";
import type { RequestLog } from "../control/request-log";
import type { Store } from "../store/store";
import type { Dispatcher } from "../webhooks/dispatcher";

/** The running platform: what every verb and route is handed. */
export type Platform = {
  config: SandboxConfig;
  store: Store;
  clock: Clock;
  webhooks: Dispatcher;
  faults: FaultBox;
  requests: RequestLog;
  limits: RateLimiter;
};
