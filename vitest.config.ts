import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const PRODUCT = "{app,components,lib,scripts,server,worker,bench,e2e,prisma,testing}";

/** What races real processes and clocks is tried once more where nobody looks on, and said so. */
const RETRIES = process.env.CI ? 1 : 0;

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Whoever waits for a state waits for it, not for a second, on a busy machine too.
    expect: { poll: { timeout: 15_000 } },
    // On two cores one would stand still: the process that hands the files out does little.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [`${PRODUCT}/**/*.test.{ts,tsx}`],
          exclude: ["**/*.{integration,system}.test.ts", "prisma/generated/**"],
          setupFiles: ["testing/strict-setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "sandbox",
          include: ["sandbox/**/*.test.{ts,tsx}"],
          setupFiles: ["testing/strict-setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: [`${PRODUCT}/**/*.integration.test.ts`],
          globalSetup: ["testing/integration-global-setup.ts"],
          setupFiles: ["testing/integration-setup.ts", "testing/strict-setup.ts"],
          maxWorkers: 3,
          retry: RETRIES,
        },
      },
      {
        extends: true,
        test: {
          name: "system",
          include: ["e2e/*.system.test.ts"],
          globalSetup: ["testing/system-global-setup.ts"],
          setupFiles: ["testing/strict-setup.ts"],
          maxWorkers: 2,
          retry: RETRIES,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
