import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { scrollsSideways } from "./scrolls-sideways";

/** What the colour scheme can change; every other rule finds the same in both. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

type Options = {
  /** In CSS pixels. */
  widths?: readonly number[];
  height?: number;
  /** Shows the screen anew at each width, where its first paint depends on that; otherwise it is resized. */
  show?: () => Promise<unknown>;
  /** The part that axe looks at; without, all of the page. */
  part?: string;
  /** What must not scroll sideways: anything, or only the page around tables that may. */
  sideways?: "anything" | "page";
};

/**
 * A screen is free of axe findings and never scrolls sideways, at every width and in both colour schemes:
 * all rules in the light one, those about colours again in the dark one.
 */
export async function expectSoundScreen(page: Page, options: Options = {}): Promise<void> {
  const { widths = [320, 1280], height = 900, show, part, sideways = "anything" } = options;
  for (const width of widths) {
    await page.setViewportSize({ width, height });
    await show?.();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const where = `at ${width} px, ${colorScheme}`;
      // Its other way of running opens a blank page for each look, which nothing here needs.
      let axe = new AxeBuilder({ page })
        .setLegacyMode(true)
        .options({ resultTypes: ["violations"] });
      if (part) axe = axe.include(part);
      if (colorScheme === "dark") axe = axe.withRules(COLOUR_RULES);
      const { violations } = await axe.analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      expect.soft(found, where).toEqual([]);
      expect.soft(await readSideways(page, sideways), `sideways ${where}`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: "light" });
  }
}

async function readSideways(page: Page, what: Options["sideways"]): Promise<string[]> {
  if (what === "anything") return page.evaluate(scrollsSideways);
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`the page, by ${scrollWidth - clientWidth} px`] : [];
  });
}
