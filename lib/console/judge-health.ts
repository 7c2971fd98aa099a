import type { ConsoleOverviewView } from "./console-overview-view";
import type { Oddity } from "./read-oddities";

type Reason = ConsoleOverviewView["reasons"][number];
type Findings = Pick<ConsoleOverviewView, "deliveries" | "suspension" | "lastCheck"> & {
  alarms: { level: "yellow" | "red"; text: string; eventId: string }[];
  /** Connections that go on, but not well. */
  troubled: number;
  liveWorkers: number;
  oddities: readonly Oddity[];
};

/** A worker looks every second, and says so every five. */
const INBOX_IS_LATE_MS = 60_000;
const INBOX_IS_STUCK_MS = 15 * 60_000;

/** What wants an operator, the most urgent first; nothing: all is well. */
export function judgeHealth(findings: Findings): Reason[] {
  const { alarms, deliveries, suspension, lastCheck, troubled, liveWorkers, oddities } = findings;
  const reasons: (Reason | null)[] = [
    ...alarms.map(({ level, text, eventId }) => ({
      level,
      text,
      href: `/admin/connections/${eventId}`,
    })),
    suspension && {
      level: "red",
      text: "Revento has suspended the integration.",
      href: "/admin/suspension",
    },
    liveWorkers === 0 ? { level: "red", text: "No worker is running.", href: "/admin/jobs" } : null,
    judgeInbox(deliveries.oldestWaitingAt),
    deliveries.dead > 0
      ? {
          level: "yellow",
          text: `${many(deliveries.dead, "delivery is", "deliveries are")} among the dead letters.`,
          href: "/admin/deliveries?state=dead",
        }
      : null,
    troubled > 0
      ? {
          level: "yellow",
          text: `${many(troubled, "connection is", "connections are")} in trouble.`,
          href: "/admin/connections?health=trouble",
        }
      : null,
    deliveries.unknownTypes > 0
      ? {
          level: "yellow",
          text: `New in Revento: ${many(deliveries.unknownTypes, "delivery is", "deliveries are")} of a type that Foyer does not know.`,
          href: "/admin/deliveries?outcome=unknown_type",
        }
      : null,
    judgeOddities(oddities, "odd_field", "Revento writes fields in a way that Foyer cannot read"),
    judgeOddities(
      oddities,
      "unreadable_row",
      "Revento sends rows without an id that Foyer can read",
    ),
    judgeOddities(oddities, "new_word", "New in Revento"),
    lastCheck?.failure
      ? {
          level: "yellow",
          text: "The last comparison with Revento's list of installations failed.",
          href: "/admin/installations",
        }
      : null,
  ];
  return reasons
    .filter((reason) => reason !== null)
    .sort((a, b) => Number(b.level === "red") - Number(a.level === "red"));
}

function judgeInbox(oldestWaitingAt: string | null): Reason | null {
  const waitedMs = oldestWaitingAt ? Date.now() - Date.parse(oldestWaitingAt) : 0;
  if (waitedMs < INBOX_IS_LATE_MS) return null;
  return {
    level: waitedMs < INBOX_IS_STUCK_MS ? "yellow" : "red",
    text: `A delivery has been waiting for ${Math.floor(waitedMs / 60_000)} min.`,
    href: "/admin/deliveries?state=pending",
  };
}

const SHOWN_ODDITIES = 5;

/** One reason, however many rows of however many events are like that. */
function judgeOddities(
  oddities: readonly Oddity[],
  kind: Oddity["kind"],
  title: string,
): Reason | null {
  const found = oddities.filter((one) => one.kind === kind);
  if (found.length === 0) return null;
  const shown = found
    .slice(0, SHOWN_ODDITIES)
    .map(
      ({ what, rows, events }) =>
        `${what} (${many(rows, "row", "rows")} in ${many(events, "event", "events")})`,
    );
  const others = found.length - shown.length;
  const more = others > 0 ? `, and ${others} more` : "";
  return {
    level: "yellow",
    text: `${title}: ${shown.join(", ")}${more}.`,
    href: "/admin/connections",
  };
}

function many(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
