import { globSync, readFileSync } from "node:fs";

export type MutatingRoute = {
  file: string;
  method: string;
  path: string;
  /** Whether it reads a JSON body. */
  takesInput: boolean;
};

const EXPORTED = /export const (POST|PUT|PATCH|DELETE) = (?!notAllowed)([^;]*)/g;

/** Every route that changes something, as it is in app/ now. `places`: what stands for `[name]` in a path. */
export function mutatingRoutes(places: Record<string, string>): MutatingRoute[] {
  return globSync("app/**/route.ts")
    .sort()
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(EXPORTED)].map(([, method = "", code = ""]) => ({
        file,
        method,
        path: pathOf(file, places),
        takesInput: /\bbody: [^"]/.test(code),
      })),
    );
}

function pathOf(file: string, places: Record<string, string>): string {
  return file.replace(/^app|\/route\.ts$/g, "").replace(/\[([^\]]+)\]/g, (_, name: string) => {
    const place = places[name];
    if (!place) throw new Error(`${file}: say what stands for [${name}]`);
    return place;
  });
}
