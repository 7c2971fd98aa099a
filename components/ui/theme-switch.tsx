"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { SegmentedControl } from "./segmented-control";
import { THEME_COOKIE, type Theme, themeFrom } from "./theme";

const YEAR_S = 31_536_000;

const CHOICES = [
  { value: "system", label: "System theme", icon: Monitor },
  { value: "light", label: "Light theme", icon: Sun },
  { value: "dark", label: "Dark theme", icon: Moon },
] as const;

/** Whether pages are light, dark, or as the system says. Applies to every page of this browser at once. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore<Theme>(
    onThemeChange,
    () => themeFrom(document.documentElement.dataset.theme),
    () => "system",
  );
  return <SegmentedControl label="Theme" choices={CHOICES} value={theme} onChange={applyTheme} />;
}

/** Shows a theme, and remembers it in this browser. */
export function applyTheme(theme: Theme): void {
  const isSystem = theme === "system";
  if (isSystem) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${isSystem ? 0 : YEAR_S}; samesite=lax`;
}

/** Several switches on a page show the same. */
function onThemeChange(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
