/** Beside a field that is there to be copied stands a button that does it, with the words of `data-copy`. */
export function offerToCopy(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLInputElement>("input[data-copy]")) {
    const button = document.createElement("button");
    const said = document.createElement("span");
    Object.assign(button, { type: "button", className: "govuk-button govuk-button--secondary copy__button" });
    button.textContent = field.dataset.copy ?? "";
    said.className = "govuk-body copy__said";
    said.setAttribute("role", "status");
    button.addEventListener("click", () => void copy(field).then((done) => tell(said, done)));
    field.after(button, said);
  }
}

async function copy(field: HTMLInputElement): Promise<boolean> {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return false;
  }
}

function tell(said: HTMLElement, done: boolean): void {
  said.textContent = done ? "Copied" : "It is marked now: copy it with your keyboard";
}
