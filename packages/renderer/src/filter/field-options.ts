import type { RelatedFields } from '../environment/reached-fields.ts'
import type { ReadableField } from '../environment/readable-fields.ts'

/** A line in the list of fields: a field, or the name of the relation that those below it are reached through. */
export interface FieldOption {
  readonly value: string
  readonly label: string
  /** What it is called below the name of its relation. */
  readonly short: string
  /** What it is found by: the name of a relation by all that stands below it. */
  readonly words: string
  readonly disabled?: true
  readonly className?: string
}

const asWords = (label: string): string => label.toLowerCase()

export const fieldOption = ({ path, label }: ReadableField): FieldOption => ({
  value: path,
  label,
  short: label,
  words: asWords(label),
})

/**
 * The fields below the name of their relation. That is a line that cannot be picked, no group of the component library:
 * the hidden list that it makes for screen readers says of a group whether it is selected, which groups cannot be.
 */
export function relatedOptions({ relation, label, fields }: RelatedFields): readonly FieldOption[] {
  if (fields.length === 0) return []
  const options = fields.map((field) => ({
    ...fieldOption(field),
    short: field.label.slice(`${label} · `.length),
    className: 'pw-field-behind',
  }))
  const words = options.map((option) => option.words).join('\n')
  // No path ends so.
  const value = `${relation}.`
  return [{ value, label, short: label, words, disabled: true, className: 'pw-field-relation' }, ...options]
}

export const isFound = (typed: string, option: FieldOption | undefined): boolean =>
  option?.words.includes(asWords(typed.trim())) === true
