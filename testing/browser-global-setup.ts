import type { FullConfig } from "@playwright/test";
import { bootFoyers } from "./fresh-foyer";

export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  return bootFoyers(workers);
}
