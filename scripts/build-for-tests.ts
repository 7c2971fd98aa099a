import path from "node:path";
import { buildIfChanged } from "./launch/build";
import { stateFolder } from "./state-folder";

/** Builds the pages for whatever tests the running product, unless the last build was of the same sources. */
export async function buildForTests(): Promise<void> {
  const log = path.join(await stateFolder(), "test", "build.log");
  await buildIfChanged(log, (line) => console.log(line));
}
