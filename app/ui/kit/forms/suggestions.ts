/** What the server answers to a field that asks while somebody types. */
interface Suggestions {
  heading: string;
  items: { text: string; note: string; link: { label: string; about: string; href: string } | null }[];
}

/** Long enough that a word is typed, short enough to feel at once. */
const PAUSE_MS = 400;

/**
 * A field with `data-duplicates="/address"` asks that address, with its own name and value, once typing pauses;
 * what comes back stands in the form's `[data-duplicates-list]`, a polite live region. Without an answer nothing shows.
 */
export function watchForDuplicates(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLInputElement>("[data-duplicates]")) {
    const list = (field.form ?? root).querySelector("[data-duplicates-list]");
    if (list) watch(field, list);
  }
}

function watch(field: HTMLInputElement, list: Element): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      asking?.abort();
      asking = new AbortController();
      const { signal } = asking;
      const found = await ask(field, signal);
      if (!signal.aborted) show(list, found);
    }, PAUSE_MS);
  });
}

async function ask(field: HTMLInputElement, signal: AbortSignal): Promise<Suggestions | null> {
  const url = new URL(field.dataset.duplicates ?? "", location.href);
  url.searchParams.set(field.name, field.value);
  try {
    const answer = await fetch(url, { signal });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function show(list: Element, found: Suggestions | null): void {
  if (!found || found.items.length === 0) {
    list.replaceChildren();
    return;
  }
  const heading = element("p", "govuk-body govuk-!-font-weight-bold", found.heading);
  const items = element("ul", "govuk-list govuk-list--spaced");
  for (const { text, note, link } of found.items) {
    const item = element("li", "", "");
    item.append(element("strong", "", text), " ", note);
    if (link) item.append(" ", linkTo(link));
    items.append(item);
  }
  list.replaceChildren(heading, items);
}

function linkTo({ label, about, href }: { label: string; about: string; href: string }): HTMLElement {
  const link = element("a", "govuk-link", label);
  link.setAttribute("href", href);
  link.append(element("span", "govuk-visually-hidden", `: ${about}`));
  return link;
}

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
