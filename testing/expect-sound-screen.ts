import { expect, type Page } from "@playwright/test";
import axe from "axe-core";
import { scrollsSideways } from "./scrolls-sideways";

/** What the colour scheme can change; every other rule finds the same in both. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

declare global {
  interface Window {
    axe: typeof axe;
  }
}

type Options = {
  /** In CSS pixels. */
  widths?: readonly number[];
  height?: number;
  /** Shows the screen anew at each width, where its first paint depends on that; otherwise it is resized. */
  show?: () => Promise<unknown>;
  /** The part that axe looks at; without, all of the page. */
  part?: string;
  /** The page stands in a frame that scrolls inside: the document is never higher than the window. */
  isFramed?: boolean;
  /** What must not scroll sideways: anything, or only the page around tables that may. */
  sideways?: "anything" | "page";
};

/**
 * A screen is free of axe findings and never scrolls sideways, at every width and in both colour schemes:
 * all rules in the light one, those about colours again in the dark one.
 */
export async function expectSoundScreen(page: Page, options: Options = {}): Promise<void> {
  const {
    widths = [320, 1280],
    height = 900,
    show,
    part,
    isFramed,
    sideways = "anything",
  } = options;
  for (const width of widths) {
    await page.setViewportSize({ width, height });
    await show?.();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const where = `at ${width} px, ${colorScheme}`;
      const found = await findingsOf(page, {
        ...(part ? { part } : {}),
        ...(colorScheme === "dark" ? { rules: COLOUR_RULES } : {}),
      });
      expect.soft(found, where).toEqual([]);
      expect.soft(await page.evaluate(unpainted), `unpainted ${where}`).toEqual([]);
      if (isFramed) expect.soft(await page.evaluate(excessHeight), `too high ${where}`).toBe(0);
      expect.soft(await readSideways(page, sideways), `sideways ${where}`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: "light" });
  }
}

/** Shapes whose fill names a pattern that the page does not have: they are there, and nobody sees them. */
function unpainted(): string[] {
  const fills = [...document.querySelectorAll("[fill^='url(#']")].map(
    (shape) => shape.getAttribute("fill") ?? "",
  );
  return [...new Set(fills)].filter((fill) => document.querySelector(fill.slice(4, -1)) === null);
}

/** What axe finds on the page as it stands, once everything that moves to its end has come there. */
async function findingsOf(
  page: Page,
  { part, rules }: { part?: string; rules?: readonly string[] },
): Promise<string[]> {
  // Sent over once for each document: it is half a megabyte.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ part, rules }) => {
      const endless = (each: Animation) =>
        each.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
      const ending = document.getAnimations().filter((each) => !endless(each));
      await Promise.allSettled(ending.map((each) => each.finished));
      const { violations } = await window.axe.run(part ?? document, {
        resultTypes: ["violations"],
        // Style sheets fetched again, for rules that are not among these.
        preload: false,
        ...(rules ? { runOnly: { type: "rule", values: [...rules] } } : {}),
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    },
    { part, rules },
  );
}

/** Runs in the page: by how many pixels the document is higher than its window. */
function excessHeight(): number {
  const { scrollHeight, clientHeight } = document.documentElement;
  return scrollHeight - clientHeight;
}

async function readSideways(page: Page, what: Options["sideways"]): Promise<string[]> {
  if (what === "anything") return page.evaluate(scrollsSideways);
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`the page, by ${scrollWidth - clientWidth} px`] : [];
  });
}
