import { globSync, readFileSync } from "node:fs";

/** One way to ask the console for something. */
export type ConsoleRoute = { name: string; method: string; path: string };

/** What stands for each part of an address that is in brackets in app/. */
export type ConsolePlaces = Record<"eventId" | "deliveryId" | "...path", string>;

/** Pages and routes by which operators sign in and out: everybody may ask them. */
const DOORS = /^app\/admin\/sign-(in|out)\//;

function pathOf(file: string, places: ConsolePlaces): string {
  return file
    .replace(/^app|\/(route\.ts|page\.tsx)$/g, "")
    .replace(/\/\([\w-]+\)/g, "")
    .replace(/\[([^\]]+)\]/g, (_, name: string) => {
      const place = Object.entries(places).find(([known]) => known === name)?.[1];
      if (!place) throw new Error(`${file}: say in this test what stands for [${name}]`);
      return place;
    });
}

/** Every page of the console, as it is in app/ now. */
export function consolePages(places: ConsolePlaces): ConsoleRoute[] {
  return globSync("app/admin/**/page.tsx")
    .filter((file) => !DOORS.test(file))
    .sort()
    .map((file) => ({ name: file, method: "GET", path: pathOf(file, places) }));
}

/** Every method of every route of the console's API, as it is in app/ now. */
export function consoleRoutes(places: ConsolePlaces): ConsoleRoute[] {
  return globSync("app/api/admin/**/route.ts")
    .sort()
    .flatMap((file) => {
      const path = pathOf(file, places);
      const methods = readFileSync(file, "utf8").matchAll(
        /export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/g,
      );
      const found = [...methods].map(([, method = ""]) => ({
        name: `${method} ${path}`,
        method,
        path,
      }));
      if (found.length === 0) throw new Error(`${file}: no method that this test can read`);
      return found;
    });
}
