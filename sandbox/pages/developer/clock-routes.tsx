/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { Platform } from "../../platform/platform";
import { PlatformError } from "../../platform/platform-error";
import type { SandboxEnv } from "../../sandbox-env";
import { leaveNote } from "../note-cookie";
import { showPage } from "../show-page";
import { ADVANCES, ClockPage, SPEEDS } from "./clock-page";

/** The platform's time and the faults that tests armed; everything else is `/_control`'s. */
export function clockRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/developer/clock", (c) =>
    showPage(
      platform,
      c,
      { title: "Clock and faults" },
      <ClockPage
        now={platform.clock.now()}
        speed={platform.clock.speed}
        faults={platform.faults.list()}
      />,
    ),
  );
  routes.post("/developer/clock", async (c) => {
    leaveNote(c, changeClock(platform, await c.req.parseBody()));
    return c.redirect("/developer/clock", 303);
  });
  routes.post("/developer/faults/clear", (c) => {
    platform.faults.clear();
    leaveNote(c, "No faults are armed.");
    return c.redirect("/developer/clock", 303);
  });
  return routes;
}

function changeClock(platform: Platform, form: Record<string, unknown>): string {
  const { clock } = platform;
  if (form.act === "reset") {
    clock.reset();
    return "The clock shows the real time.";
  }
  const advance = ADVANCES.find(({ name }) => name === form.advance);
  if (advance) {
    clock.change({ advance_ms: advance.ms });
    return `The clock went on by ${advance.label}.`;
  }
  const speed = SPEEDS.find((known) => String(known) === form.speed);
  if (speed === undefined) {
    throw new PlatformError(400, "invalid_request", "There is no such change of the clock.");
  }
  clock.change({ speed });
  return `The clock runs ${speed} times as fast as real time.`;
}
