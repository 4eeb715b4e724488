import { localize } from '@pipewright/metadata'
import type { Color, Field } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { asText, asTexts } from './control-attributes.ts'

export interface ListedOption {
  readonly value: string
  readonly label: string
  readonly color: Color | undefined
}

/** Options of a field in the reader's language. */
export function useOptions(field: Field): readonly (ListedOption & { readonly inactive: boolean })[] {
  const { index, locale } = useRenderer()
  return useMemo(
    () =>
      index.options(field).map((option) => ({
        value: option.key,
        label: localize(option.label, locale) || option.key,
        color: option.color,
        inactive: option.inactive ?? false,
      })),
    [index, field, locale],
  )
}

/** Those on offer: active ones, and whatever the record already holds. */
export function useOffered(field: Field, value: unknown): ListedOption[] {
  const options = useOptions(field)
  const held = [asText(value), ...asTexts(value)]
  return options.filter((option) => !option.inactive || held.includes(option.value))
}
