/**
 * Pages do not hydrate: they are whole as they arrive. This adds the few behaviours that plain HTML lacks,
 * and everything works without it. Each import is paid for by every visitor (40 kB compressed is the limit).
 */
import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
import { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { SkipLink } from "govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs";
import { offerToCopy } from "#app/ui/kit/forms/copy-text.ts";
import { watchForDuplicates } from "#app/ui/kit/forms/suggestions.ts";
import { lookAgain } from "#app/ui/kit/frame/look-again.ts";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

for (const Behaviour of [Button, CharacterCount, ErrorSummary, SkipLink]) {
  for (const element of document.querySelectorAll(`[data-module="${Behaviour.moduleName}"]`)) {
    new Behaviour(element);
  }
}

// Beside a wide list the filters have room of their own; on a phone they would push the list away.
if (matchMedia("(min-width: 48.0625em)").matches) {
  for (const panel of document.querySelectorAll("details[data-open-when-wide]")) {
    panel.setAttribute("open", "");
  }
}

watchForDuplicates(document);
offerToCopy(document);
lookAgain(document);
