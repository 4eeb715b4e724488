/** What so large a share of sorted figures stays below: `at(times, 0.95)`. */
export const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? 0
