/** A page whose `data-look-again` says in how many seconds there may be news is loaded again by then. */
export function lookAgain(root: ParentNode): void {
  const seconds = Number(root.querySelector<HTMLElement>("[data-look-again]")?.dataset.lookAgain);
  if (seconds > 0) setTimeout(() => location.reload(), seconds * 1000);
}
