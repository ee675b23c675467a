/** One row of `cost_options`; pounds. */
export interface CostOption {
  option: string;
  amount: number | null;
  amountDescription: string;
}

/** Each cost as a line: "Free", "Members: £3.50 a session", "By donation". */
export function costLines(options: readonly CostOption[]): string[] {
  return [...new Set(options.map(costLine).filter(Boolean))];
}

/** Cost on a card: "Free", "£3.50", "From £2"; null when nobody said. */
export function costInShort(options: readonly CostOption[]): string | null {
  const [first] = options;
  if (!first) return null;
  const amounts = options.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  if (amounts.length === 0) return unpricedInShort(first);
  const least = Math.min(...amounts);
  if (options.length === amounts.length && Math.max(...amounts) === least) return pounds(least);
  return least === 0 ? "Free for some" : `From ${pounds(least)}`;
}

/** A label that speaks of paying says it all; another leaves that to the first words of its description. */
function unpricedInShort({ option, amountDescription }: CostOption): string | null {
  const label = option.trim();
  const said = /^[^.!?]*/.exec(amountDescription.trim())?.[0] ?? "";
  if (!said || /\b(free|pay|donat\w+|contribut\w+|gift)\b/i.test(label)) return label || null;
  return said.length <= 40 ? said : "There is a cost";
}

/** "Free" of 0, "£3" of 3, "£3.50" of 3.5. */
export function pounds(amount: number): string {
  if (amount === 0) return "Free";
  return `£${Number.isInteger(amount) ? amount.toLocaleString("en-GB") : amount.toFixed(2)}`;
}

function costLine({ option, amount, amountDescription }: CostOption): string {
  const label = option.trim();
  const said = amountDescription.trim();
  const price = amount === null ? "" : pounds(amount);
  if (!said && (!price || price.toLowerCase() === label.toLowerCase())) return label;
  // A description is either the rest of the phrase ("a session") or sentences of its own.
  const value = [price, said].filter(Boolean).join(/^[A-Z]/.test(said) ? ". " : " ");
  return label && label.toLowerCase() !== price.toLowerCase() ? `${label}: ${value}` : value;
}
