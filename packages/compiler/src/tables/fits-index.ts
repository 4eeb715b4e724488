import type { Field, ResultType } from '@pipewright/schemas'

/** An entry of a B-tree holds about 2,700 bytes, and a character takes up to four. */
const mostCharacters = 600
/** What a line of text without a limit of its own may hold. */
const usualCharacters = 500

const wide: ReadonlySet<ResultType> = new Set<ResultType>(['text', 'longText', 'url', 'multiChoice'])

/** Whether every value of a field fits into an index in full; one that did not could not be saved. */
export function fitsIndex(field: Field): boolean {
  switch (field.type) {
    case 'text':
      return (field.maxLength ?? usualCharacters) <= mostCharacters
    case 'formula':
    case 'lookup':
    case 'rollup':
      return !wide.has(field.resultType)
    case 'longText':
    case 'richText':
    case 'url':
    case 'address':
    case 'dateRange':
    case 'location':
    case 'foreignMoney':
    case 'multiChoice':
    case 'tags':
    case 'members':
    case 'departments':
    case 'relations':
    case 'anyRelation':
    case 'attachment':
    case 'lineItems':
      return false
    default:
      return true
  }
}
