import type { LocalizedText, RelatedList } from '@pipewright/schemas'
import type { DefinitionIndex } from './definition-index.ts'

/** What a list of related records is called: as its relation is named from this side, else as its form names many. */
export function relatedName(
  index: Pick<DefinitionIndex, 'field' | 'form'>,
  { form, field }: Pick<RelatedList, 'form' | 'field'>,
): LocalizedText | undefined {
  const relation = index.field(form, field)?.field
  const named = relation !== undefined && 'reverseLabel' in relation ? relation.reverseLabel : undefined
  return named ?? index.form(form)?.labelPlural
}
