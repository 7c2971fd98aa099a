import { WordBadge } from "@/components/console/word-badge";
import { verdictLook } from "@/components/console/words/delivery-looks";
import type { ReplayForecastView } from "@/lib/console/delivery-list-view";
import { keyOfDelivery } from "./use-selection";

type Props = {
  forecasts: readonly ReplayForecastView[];
  /** The keys of those that are left out; undefined: none can be. */
  leftOut: ReadonlySet<string> | undefined;
  onLeaveOut: (key: string, isLeftOut: boolean) => void;
};

/** Delivery by delivery what a replay would change, before and after; values are masked as in a body. */
export function DryRunTable({ forecasts, leftOut, onLeaveOut }: Props) {
  return (
    <section
      aria-label="What each would come to"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      className="max-h-[45vh] overflow-auto rounded-md border border-line"
    >
      <table className="w-full border-collapse text-xs">
        <thead className="sticky top-0 bg-sunken text-left text-soft">
          <tr>
            <th scope="col" className="px-3 py-2 font-normal">
              Field
            </th>
            <th scope="col" className="px-3 py-2 font-normal">
              Before
            </th>
            <th scope="col" className="px-3 py-2 font-normal">
              After
            </th>
          </tr>
        </thead>
        {forecasts.map((forecast) => (
          <Forecast
            key={keyOfDelivery(forecast)}
            forecast={forecast}
            isLeftOut={leftOut?.has(keyOfDelivery(forecast))}
            onLeaveOut={(isLeftOut) => onLeaveOut(keyOfDelivery(forecast), isLeftOut)}
          />
        ))}
      </table>
    </section>
  );
}

type ForecastProps = {
  forecast: ReplayForecastView;
  isLeftOut: boolean | undefined;
  onLeaveOut: (isLeftOut: boolean) => void;
};

function Forecast({ forecast, isLeftOut, onLeaveOut }: ForecastProps) {
  const { type, eventId, deliveryId, verdict, problem, changes } = forecast;
  const name = `${type} ${deliveryId.slice(0, 8)}`;
  return (
    <tbody className={`border-line border-t ${isLeftOut ? "text-soft" : ""}`}>
      <tr>
        <th scope="rowgroup" colSpan={3} className="px-3 py-2 text-left font-normal">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {isLeftOut === undefined ? null : (
              <input
                type="checkbox"
                aria-label={`Replay ${name}`}
                checked={!isLeftOut}
                onChange={(event) => onLeaveOut(!event.target.checked)}
              />
            )}
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <span className="font-mono">{name}</span>{" "}
              <span className="font-mono text-soft">{eventId ?? "integration"}</span>
            </span>
            <WordBadge look={verdictLook(verdict)} />
          </span>
          {problem ? <span className="mt-1 block text-rejected">{problem}</span> : null}
        </th>
      </tr>
      {changes.map(({ field, before, after }) => (
        <tr key={field} className="align-top [overflow-wrap:anywhere]">
          <th scope="row" className="w-1/3 px-3 pb-1.5 text-left font-mono font-normal">
            {field}
          </th>
          <td className="w-1/3 px-3 pb-1.5 text-soft">{before}</td>
          <td className="w-1/3 px-3 pb-1.5">{after}</td>
        </tr>
      ))}
    </tbody>
  );
}
