/**
 * Makes a checkout ready, and does nothing when it is ready already. Runs before anything is installed, so it and
 * db/bootstrap/ use only Node itself. Progress goes to standard error: standard output belongs to what runs next.
 *
 *   node db/bootstrap.mjs                the packages
 *   node db/bootstrap.mjs build          and the production build
 *   node db/bootstrap.mjs assembly       and the `assembly` command alone
 *   node db/bootstrap.mjs browser        and a Chromium for the browser journeys
 *   node db/bootstrap.mjs counterparts   and the calendar programs of others that tests ask
 */
import { fileURLToPath } from "node:url";
import { findBrowser } from "./bootstrap/browser.mjs";
import { buildCommand, buildSite } from "./bootstrap/build.mjs";
import { findCounterparts } from "./bootstrap/counterparts.mjs";
import { install } from "./bootstrap/install.mjs";
import { CannotPrepare } from "./bootstrap/steps.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const steps = {
  build: buildSite,
  assembly: buildCommand,
  browser: findBrowser,
  counterparts: findCounterparts,
};

try {
  refuseOldNode();
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !Object.hasOwn(steps, name));
  if (unknown)
    throw new CannotPrepare(`There is no step "${unknown}"; the steps are ${Object.keys(steps).join(", ")}.`);
  await install();
  for (const name of wanted) await steps[name]();
} catch (error) {
  if (!(error instanceof CannotPrepare)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new CannotPrepare(`Node 20.19 or newer is needed; this is ${process.version}.`);
}
