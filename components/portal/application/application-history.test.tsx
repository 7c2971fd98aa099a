import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { MyHistoryEntryView } from "@/lib/portal/me-view";
import { ApplicationHistory } from "./application-history";

const entries = (count: number): MyHistoryEntryView[] =>
  Array.from({ length: count }, (_, n) => ({
    id: String(n),
    at: "2026-11-29T10:00:00.000Z",
    kind: "reviewed",
    status: "approved",
    changes: {},
    answers: {},
  }));

test.each([
  [3, 3, false],
  [20, 20, false],
  [470, 20, true],
])(
  "of a history of %i the page begins with %i, and offers the rest: %s",
  (count, shown, offers) => {
    const html = renderToStaticMarkup(<ApplicationHistory history={entries(count)} />);
    expect(html.match(/<li/g)).toHaveLength(shown);
    expect(html.includes(`Show all ${count}`)).toBe(offers);
  },
);
