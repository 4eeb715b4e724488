import type { Decimal } from '../decimal.ts'

/** The whole number in front of the point, without its sign. */
export function wholePart(number: Decimal): bigint {
  return BigInt(number.abs().trunc().toFixed())
}

export function greatestDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}
