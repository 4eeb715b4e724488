import type { Field } from '@pipewright/schemas'

/** An entry of a B-tree holds about 2,700 bytes, and a character takes up to four. */
const mostCharacters = 600
/** What a line of text without a limit of its own may hold. */
const usualCharacters = 500

/** Whether every value of a field fits into an index in full; one that did not could not be saved. */
export function fitsIndex(field: Field): boolean {
  switch (field.type) {
    case 'text':
      return (field.maxLength ?? usualCharacters) <= mostCharacters
    case 'formula':
      return field.resultType !== 'text'
    case 'longText':
    case 'url':
    case 'multiChoice':
    case 'attachment':
    case 'lineItems':
      return false
    default:
      return true
  }
}
