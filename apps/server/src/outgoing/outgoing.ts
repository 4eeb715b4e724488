import { lookup } from 'node:dns/promises'
import { BlockList, isIPv6 } from 'node:net'
import { isAllowedFrom } from '../auth/allowed-networks.ts'

/** Networks that are no part of the internet, or lead back into one's own. */
const inner: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  // Of what is public in IPv6 (2000::/3): tunnels that carry an address of the other kind, and documentation.
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
]

const innerList = new BlockList()
for (const [base, bits, family] of inner) innerList.addSubnet(base, bits, family)
const publicV6 = new BlockList()
publicV6.addSubnet('2000::', 3, 'ipv6')

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/** Whether an address is one of the internet. */
export function isPublic(address: string): boolean {
  const plain = mapped.exec(address)?.[1] ?? address
  if (isIPv6(plain)) return publicV6.check(plain, 'ipv6') && !innerList.check(plain, 'ipv6')
  return !innerList.check(plain, 'ipv4')
}

/** A host that nothing is sent to: it is unknown, or lies inside (JB-13). */
export class HostRefused extends Error {}

export interface Outgoing {
  /** Networks inside that may be called all the same. */
  readonly networks: readonly string[]
}

/**
 * The address to connect to for a host, looked up once and checked: whoever connects to it connects to what was checked.
 * Ports are those of the purpose; what lies in an allowed network may listen on any.
 */
export async function checkedAddress(
  { networks }: Outgoing,
  host: string,
  port: number,
  ports: readonly number[],
): Promise<string> {
  const found = await lookup(host, { all: true }).catch(() => [])
  const isAllowed = (address: string): boolean => networks.length > 0 && isAllowedFrom(networks, address)
  const fit = found.find(({ address }) => isAllowed(address) || (ports.includes(port) && isPublic(address)))
  if (fit === undefined) throw new HostRefused(host)
  return fit.address
}
