import { buildForTests } from "@/scripts/build-for-tests";
import { emptyDatabase } from "./empty-database";
import { eventually } from "./eventually";
import {
  type FoyerAddress,
  type FoyerUnderTest,
  meetFoyer,
  startFoyerUnderTest,
} from "./foyer-under-test";
import { testLane } from "./test-ports";

/** Carries the addresses from the process that booted the products to those that run the tests. */
const VARIABLE = "FOYER_TEST_PRODUCTS";

/** Boots a product for each of `lanes` workers before any test runs. Answers how to end them. */
export async function bootFoyers(lanes: number): Promise<() => Promise<void>> {
  await buildForTests();
  const booted = await Promise.all(Array.from({ length: lanes }, () => startFoyerUnderTest()));
  const addresses: FoyerAddress[] = booted.map(
    ({ appUrl, sandboxUrl, adminUrl, env, stateDir, webPid, workerPid }) => ({
      appUrl,
      sandboxUrl,
      adminUrl,
      env,
      stateDir,
      webPid,
      workerPid,
    }),
  );
  process.env[VARIABLE] = JSON.stringify(addresses);
  return async () => {
    await Promise.all(booted.map((each) => each.close()));
  };
}

/**
 * The product of this worker as on its first day: an empty database, and a Revento to which nothing has
 * happened. One file at a time lives in it.
 */
export async function freshFoyer(): Promise<FoyerUnderTest> {
  const addresses = JSON.parse(process.env[VARIABLE] ?? "[]") as FoyerAddress[];
  const address = addresses[testLane() - 1];
  if (!address) throw new Error(`no product was booted for lane ${testLane()}`);
  const foyer = meetFoyer(address);
  await emptyFoyer(foyer);
  return foyer;
}

/** Makes a product and its Revento forget everything. */
export async function emptyFoyer({
  control,
  database,
}: Pick<FoyerUnderTest, "control" | "database">): Promise<void> {
  await control("reset", {});
  await control("deliveries/settle", {});
  // What the worker is just doing takes its locks in another order: one of the two has to try again.
  await eventually(
    () => emptyDatabase(database, "worker_heartbeats"),
    () => true,
    10_000,
  );
}
