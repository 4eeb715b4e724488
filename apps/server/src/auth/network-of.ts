import { isIPv6 } from 'node:net'

function groups(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  if (tail === undefined) return left
  const right = tail === '' ? [] : tail.split(':')
  return [
    ...left,
    ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0'),
    ...right,
  ]
}

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/** What counts as one sender: an IPv4 address, or the /64 that one subscriber of IPv6 has for himself (AN-08). */
export function networkOf(address: string): string {
  const plain = address.split('%')[0] ?? address
  const v4 = mapped.exec(plain)?.[1]
  if (v4 !== undefined || !isIPv6(plain)) return v4 ?? plain
  const prefix = groups(plain.toLowerCase())
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
  return `${prefix.join(':')}::/64`
}
