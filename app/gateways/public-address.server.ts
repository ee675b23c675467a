import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { BlockList, isIP } from "node:net";

/** Networks that are nobody's public address: this machine, this network, and what is reserved. */
const privateNetworks = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  privateNetworks.addSubnet(network, prefix, "ipv4");
}

/** Of IPv6 only global unicast is public, without the parts that wrap an IPv4 address or are examples. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");
const wrapped = new BlockList();
wrapped.addSubnet("2001::", 23, "ipv6");
wrapped.addSubnet("2001:db8::", 32, "ipv6");
wrapped.addSubnet("2002::", 16, "ipv6");
wrapped.addSubnet("3fff::", 20, "ipv6");

/** Whether an IP address is one that anybody on the internet could reach. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !privateNetworks.check(address, "ipv4");
  return version === 6 && globalUnicast.check(address, "ipv6") && !wrapped.check(address, "ipv6");
}

/** A host that may not be asked: it is this machine, or one of a private network. */
export class PrivateAddress extends Error {
  override name = "PrivateAddress";
}

type Answer = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * A `lookup` for Node's connections that answers only with public addresses. The connection goes to the
 * very address that was checked, so that a name cannot change its mind in between.
 */
export function lookupPublic(host: string, options: LookupOptions, answer: Answer): void {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return answer(error, []);
    const [first] = found;
    if (!first || !found.every(({ address }) => isPublicAddress(address))) {
      return answer(new PrivateAddress(host), []);
    }
    if (options.all) return answer(null, found);
    return answer(null, first.address, first.family);
  });
}
