import {
  CalendarDays,
  ClipboardList,
  Keyboard,
  LayoutDashboard,
  LayoutGrid,
  Link2,
  Moon,
  Plus,
  SlidersHorizontal,
  Star,
  Sun,
  SunMoon,
  Users,
} from "lucide-react";
import { showToast } from "@/components/ui/show-toast";
import { applyTheme } from "@/components/ui/theme-switch";
import type { Command } from "./command";

/** Makes what goes to a page of Foyer. */
export type Go = (path: string) => () => void;

/** The pages of an event; `reviews`: whoever asks reviews in it. */
export function placesOf(base: string, go: Go, reviews: boolean): Command[] {
  return [
    { id: "overview", word: "Overview", icon: LayoutDashboard, run: go(base) },
    {
      id: "applications",
      word: "Applications",
      icon: ClipboardList,
      run: go(`${base}/applications`),
    },
    {
      id: "pending",
      word: "Applications that wait for a decision",
      icon: ClipboardList,
      run: go(`${base}/applications?status=pending&sort=submitted`),
    },
    ...(reviews ? [{ id: "review", word: "Review", icon: Star, run: go(`${base}/review`) }] : []),
    { id: "participants", word: "Participants", icon: Users, run: go(`${base}/participants`) },
    { id: "program", word: "Program", icon: CalendarDays, run: go(`${base}/program`) },
    { id: "settings", word: "Settings", icon: SlidersHorizontal, run: go(`${base}/settings`) },
    { id: "events", word: "All events", icon: LayoutGrid, run: go("/events") },
  ];
}

/** What has no page of its own. */
export function actionsOf(eventId: string, go: Go, onKeys: () => void): Command[] {
  const portal = () => `${location.origin}/portal/${encodeURIComponent(eventId)}`;
  return [
    {
      id: "portal",
      word: "Copy the address of the participants' portal",
      icon: Link2,
      run: () =>
        void navigator.clipboard.writeText(portal()).then(
          () => showToast("The portal's address is copied"),
          () => showToast("The browser did not allow it"),
        ),
    },
    { id: "light", word: "Light theme", icon: Sun, run: () => applyTheme("light") },
    { id: "dark", word: "Dark theme", icon: Moon, run: () => applyTheme("dark") },
    { id: "system", word: "System theme", icon: SunMoon, run: () => applyTheme("system") },
    { id: "connect", word: "Connect another event", icon: Plus, run: go("/events#connect") },
    { id: "keys", word: "Show the keys", note: "?", icon: Keyboard, run: onKeys },
  ];
}
