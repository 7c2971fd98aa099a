/**
 * `npm run screenshots [-- words of a screen's name]`: a picture of every screen, or of those whose name holds
 * the words, in both colour schemes and three widths, as `test-results/screenshots/screen-state-scheme-width.png`.
 */
import { buildForTests } from "./build-for-tests";
import { browserEnvironment } from "./find-browser";
import { bin, runStep } from "./run-step";

const words = process.argv.slice(2).join(" ");
const args = ["test", "--config", "playwright.screenshots.config.ts"];
if (words) args.push("--grep", words);
await buildForTests();
const isDone = await runStep("screenshots", bin("playwright"), args, browserEnvironment());
process.exit(isDone ? 0 : 1);
