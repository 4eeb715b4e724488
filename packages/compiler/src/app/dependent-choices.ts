import { optionsByKey, type DefinitionIndex } from '@pipewright/metadata'
import type { ChoiceField, Field, MultiChoiceField, Option } from '@pipewright/schemas'

/** A choice whose options are offered only for some answers of another field of the same record or row. */
export interface DependentChoice {
  readonly field: ChoiceField | MultiChoiceField
  readonly on: Field
  readonly options: ReadonlyMap<string, Option>
}

export function dependentChoices(index: DefinitionIndex, fields: readonly Field[]): DependentChoice[] {
  return fields.flatMap((field) => {
    if (field.type !== 'choice' && field.type !== 'multiChoice') return []
    const on = fields.find(({ key }) => key === field.dependsOn)
    return on === undefined ? [] : [{ field, on, options: optionsByKey(index.options(field)) }]
  })
}
