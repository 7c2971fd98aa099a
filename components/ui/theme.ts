const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Holds the chosen theme. The server reads it, so that the first paint has the right colours. */
export const THEME_COOKIE = "foyer_theme";

/** The theme that a cookie's value names; anything else is the system's. */
export function themeFrom(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}
