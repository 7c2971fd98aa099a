import type { TestProject } from "vitest/node";
import { bootFoyers } from "./fresh-foyer";

export default async function setup({ config }: TestProject): Promise<() => Promise<void>> {
  return bootFoyers(Number(config.maxWorkers));
}
