import { indexDefinition } from '../definition-index.ts'
import type { EditOf, EditSpec } from './edit-spec.ts'
import { putDocument } from './put-document.ts'
import { checkRemovedOptions } from './removed-options.ts'

export const putOptionSet: EditSpec<EditOf<'putOptionSet'>> = {
  apply(definition, { optionSet }) {
    const { key } = optionSet
    const problems = checkRemovedOptions(definition, {
      before: indexDefinition(definition).optionSet(key)?.options ?? [],
      after: optionSet.options,
      pointer: '/optionSet/options',
      targetOf: (option) => ({ kind: 'optionSet', key, option }),
    })
    if (problems.length > 0) return { problems }
    return putDocument(definition, 'optionSet', {
      document: optionSet,
      put: (old) => ({ type: 'putOptionSet', optionSet: old }),
    })
  },
}
