/** @jsxImportSource hono/jsx */

const TABS = [
  { path: "/developer", label: "Integration" },
  { path: "/developer/deliveries", label: "Deliveries" },
  { path: "/developer/clock", label: "Clock and faults" },
] as const;

type ConsoleTabsProps = { current: (typeof TABS)[number]["path"] };

/** The console's heading and the way between its pages. */
export function ConsoleTabs({ current }: ConsoleTabsProps) {
  return (
    <nav class="tabs" aria-label="Developer console">
      {TABS.map(({ path, label }) => (
        <a key={path} href={path} aria-current={path === current ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
