import type { Option } from '@pipewright/schemas'

/** Whether an option may be chosen while the field it depends on holds `above`; an option without parents always may. */
export function isOffered({ parents }: Option, above: unknown): boolean {
  if (parents === undefined) return true
  if (Array.isArray(above)) return above.some((key) => parents.includes(String(key)))
  return typeof above === 'string' && parents.includes(above)
}
