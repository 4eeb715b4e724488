import { localize, takesPlaceholder, type Locale } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { ControlProps } from './field-control.ts'

/** Attributes that every focusable control has: its name, its state and what describes it. */
export function controlAttributes(props: Omit<ControlProps, 'field'>) {
  return {
    id: props.id,
    'aria-label': props.label,
    'aria-invalid': props.invalid ?? false,
    'aria-required': props.required ?? false,
    disabled: props.disabled ?? false,
    status: props.invalid ? ('error' as const) : ('' as const),
    ...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy }),
    ...(props.autoFocus ? { autoFocus: true } : {}),
    ...(props.onBlur === undefined ? {} : { onBlur: props.onBlur }),
  }
}

/** A value as text for an input; what is no text is empty. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

export const asTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((element) => typeof element === 'string') : []

/** The example that stands in an empty control, in a form or in a cell. */
export function placeholderOf(
  { field }: Pick<ControlProps<Field>, 'field'>,
  locale: Locale,
): string | undefined {
  if (!takesPlaceholder(field)) return undefined
  return localize(field.placeholder, locale) || undefined
}
