const scaled = (text: string): bigint => {
  const [whole = '0', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(8, '0'))
}

/** Order of two decimals of at most eight places, exactly; negative when the first is smaller. */
export function compareDecimals(first: string, second: string): number {
  const difference = scaled(first) - scaled(second)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
