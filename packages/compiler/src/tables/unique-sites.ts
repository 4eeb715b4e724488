import { specOf, valueKindOf } from '@pipewright/metadata'
import { dependencies, type Expression } from '@pipewright/logic'
import type { Field, Form, Uniqueness } from '@pipewright/schemas'
import { expressionType } from '../app/value-type.ts'
import { fitsIndex } from './fits-index.ts'
import { list, namedIndex, plain } from './named-index.ts'
import { tableOf } from './table-names.ts'
import type { IndexCondition, IndexKey, IndexPlan } from './table-plan.ts'

/** One thing that must not occur twice in a form, with the index that sees to it. */
export interface UniqueSite {
  readonly fields: readonly Field[]
  /** Only records that meet it are compared. */
  readonly when?: Expression
  /** What people read instead of the usual sentence. */
  readonly message?: Uniqueness['message']
  readonly index: IndexPlan
}

/** Whether a field is compared as text is: in a spelling. */
export const isWord = (field: Field): boolean => valueKindOf(field) === 'text' && field.type !== 'choice'

/** An auto number is unique without being asked; a relation when each record may be referred to once. */
const isUnique = (field: Field): boolean =>
  field.type === 'autoNumber' || (specOf(field).canBeUnique && 'unique' in field && field.unique === true)

/** The index that keeps a field unique among the records that are not deleted; null when it need not be. */
export function uniqueIndex(form: string, field: Field): IndexPlan | null {
  if (!isUnique(field)) return null
  const folded = fitsIndex(field) ? ('text' as const) : ('hash' as const)
  const key: IndexKey = isWord(field) ? { ...plain(field.key), folded } : plain(field.key)
  return namedIndex({ ...list(tableOf(form), [key]), unique: true })
}

/** The spelling in which texts are compared; composition never counts. */
export function spellingOf({
  ignoreCase = true,
  ignoreWidth = true,
}: Pick<Uniqueness, 'ignoreCase' | 'ignoreWidth'>): 'text' | 'width' | 'case' | 'nfc' {
  if (ignoreCase) return ignoreWidth ? 'text' : 'case'
  return ignoreWidth ? 'width' : 'nfc'
}

type Together = Pick<Uniqueness, 'fields' | 'ignoreCase' | 'ignoreWidth'>

function keyOf(field: Field, uniqueness: Together): IndexKey {
  const key: IndexKey = { column: field.key, direction: 'asc' }
  if (!isWord(field)) return key
  const folded = { ...key, folded: spellingOf(uniqueness) }
  return fitsIndex(field) ? folded : { ...folded, hashed: true }
}

const fieldsIn = (all: readonly Field[], { fields }: Together): Field[] =>
  fields.flatMap((key) => all.find((field) => field.key === key) ?? [])

/** What is compared of fields, or columns, that together must not occur twice. */
export const uniqueKeysIn = (all: readonly Field[], uniqueness: Together): IndexKey[] =>
  fieldsIn(all, uniqueness).map((field) => keyOf(field, uniqueness))

function conditionOf(form: Form, when: Expression | undefined): IndexCondition | undefined {
  if (when === undefined) return undefined
  const named = new Set(dependencies(when).map((path) => path.join('.')))
  const types = form.fields
    .filter(({ key }) => named.has(key))
    .map((field) => [field.key, expressionType(field, form.key, false)] as const)
  return { when, types: Object.fromEntries(types) }
}

function combinedSite(form: Form, uniqueness: Uniqueness): UniqueSite[] {
  const fields = fieldsIn(form.fields, uniqueness)
  if (fields.length === 0) return []
  const { when, message } = uniqueness
  const condition = conditionOf(form, when)
  const keys = uniqueKeysIn(form.fields, uniqueness)
  const wanted = { ...list(tableOf(form.key), keys), unique: true, ...(condition && { condition }) }
  const index = namedIndex(wanted)
  return [{ fields, index, ...(when !== undefined && { when }), ...(message && { message }) }]
}

/** Everything that must not occur twice in a form: single fields first, then what its builder put together. */
export function uniqueSites(form: Form): UniqueSite[] {
  const single = form.fields.flatMap((field): UniqueSite[] => {
    const index = uniqueIndex(form.key, field)
    return index === null ? [] : [{ fields: [field], index }]
  })
  return [...single, ...(form.uniqueness ?? []).flatMap((each) => combinedSite(form, each))]
}
