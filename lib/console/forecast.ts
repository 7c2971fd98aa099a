import type { ForecastChangeView } from "./delivery-list-view";

/** What applying a delivery would come to (the words of ReplayForecastView). */
export type Forecast = {
  verdict: string;
  problem: string | null;
  changes?: ForecastChangeView[];
};
