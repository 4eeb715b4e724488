import type { JsonValue } from '@pipewright/contract'
import { isOffered, isOther, localize, optionsByKey, otherText } from '@pipewright/metadata'
import type { Color, Field, Option } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useAllowedOptions } from '../allowed-options.ts'
import { asText, asTexts } from '../control-attributes.ts'

export interface ListedOption {
  readonly value: string
  readonly label: string
  readonly color: Color | undefined
}

/** Words and colour of an answer in the reader's language; an answer of one's own is its words. */
export function useAnswer(field: Field): (key: string) => ListedOption {
  const { index, locale } = useRenderer()
  return useMemo(() => {
    const options = optionsByKey(index.options(field))
    return (key) => {
      const option = options.get(key)
      const label = option === undefined && isOther(key) ? otherText(key) : localize(option?.label, locale)
      return { value: key, label: label || key, color: option?.color }
    }
  }, [index, field, locale])
}

/** Options of a field in the reader's language. */
export function useOptions(
  field: Field,
): readonly (ListedOption & { readonly inactive: boolean; readonly option: Option })[] {
  const { index, locale } = useRenderer()
  return useMemo(
    () =>
      index.options(field).map((option) => ({
        value: option.key,
        label: localize(option.label, locale) || option.key,
        color: option.color,
        inactive: option.inactive ?? false,
        option,
      })),
    [index, field, locale],
  )
}

/** Those on offer: active ones that rules leave and that fit what they depend on, and whatever the record already holds. */
export function useOffered(field: Field, value: unknown, above?: JsonValue): ListedOption[] {
  const options = useOptions(field)
  const allowed = useAllowedOptions()
  const held = [asText(value), ...asTexts(value)].join('\n')
  return useMemo(() => {
    const kept = new Set(held.split('\n'))
    return options.filter(
      ({ value: key, inactive, option }) =>
        kept.has(key) ||
        (!inactive && allowed?.has(key) !== false && (above === undefined || isOffered(option, above))),
    )
  }, [options, held, above, allowed])
}
