const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** "1.2 GB": three digits are enough to see whether it grows. */
export function sizeWords(bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const size = bytes / 1000 ** step
  return `${size.toFixed(size < 10 && step > 0 ? 1 : 0)} ${units[step]}`
}
