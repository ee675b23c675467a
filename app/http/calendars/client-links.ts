/** The ways by which calendar programs take an address, each an address of its own. */
export interface ClientLinks {
  /** To be copied. */
  address: string;
  apple: string;
  google: string;
  outlook: string;
  microsoft365: string;
}

/** @param address The whole address of a feed. */
export function clientLinks(address: string, name: string): ClientLinks {
  const webcal = address.replace(/^https?:/, "webcal:");
  const query = new URLSearchParams({ url: address, name }).toString();
  return {
    address,
    apple: webcal,
    google: `https://calendar.google.com/calendar/r?${new URLSearchParams({ cid: webcal })}`,
    outlook: `https://outlook.live.com/calendar/0/addfromweb?${query}`,
    microsoft365: `https://outlook.office.com/calendar/0/addfromweb?${query}`,
  };
}
