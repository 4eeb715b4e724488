import type { LocalizedText } from '@pipewright/schemas'
import { optionsByKey } from '@pipewright/metadata'
import type { OptionsAbove } from './options-above.ts'

/** The first names of what an option belongs to, and how many more there are. */
export function namesAbove(
  above: OptionsAbove,
  keys: readonly string[],
  read: (label: LocalizedText) => string,
): string {
  const known = optionsByKey(above.options)
  const names = keys.slice(0, 3).map((key) => {
    const option = known.get(key)
    return option === undefined ? key : read(option.label)
  })
  return names.join(' · ') + (keys.length > names.length ? ` +${keys.length - names.length}` : '')
}
