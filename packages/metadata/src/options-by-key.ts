import type { Option } from '@pipewright/schemas'

const maps = new WeakMap<readonly Option[], ReadonlyMap<string, Option>>()

/** Options by their key; made once per list, which is never changed in place. */
export function optionsByKey(options: readonly Option[]): ReadonlyMap<string, Option> {
  const known = maps.get(options)
  if (known !== undefined) return known
  const map = new Map(options.map((option) => [option.key, option]))
  maps.set(options, map)
  return map
}
