import { isInRows, placeAround, type DefinitionIndex, type Place } from '@pipewright/metadata'
import {
  ANY,
  BOOLEAN,
  DEPARTMENT_FORM,
  MEMBER_FORM,
  NUMBER,
  TEXT,
  listOf,
  recordOf,
  type Scope,
  type ValueType,
} from '@pipewright/logic'
import { expressionType } from './value-type.ts'

/** Single names that rules know. */
const facts: ReadonlyMap<string, ValueType> = new Map([
  ['$index', NUMBER],
  ['$roles', listOf(TEXT)],
  ['$device', TEXT],
  ['$isNew', BOOLEAN],
  ['$option', TEXT],
  ['$member', recordOf(MEMBER_FORM)],
  ['$memberDepartment', recordOf(DEPARTMENT_FORM)],
  ['$memberRoles', listOf(TEXT)],
])

function typeOf(index: DefinitionIndex, place: Place, path: readonly string[]): ValueType | undefined {
  const found = index.field(place, path.join('.'))
  if (found === undefined) return undefined
  const type = expressionType(found.field, found.form, found.system)
  return found.list && type.kind !== 'list' ? listOf(type) : type
}

function resolve(index: DefinitionIndex, place: Place, path: readonly string[]): ValueType | undefined {
  const [head = '', ...rest] = path
  const fact = facts.get(head)
  if (fact !== undefined) return rest.length === 0 ? fact : undefined
  if (head === '$created') return rest[1] === 'id' ? recordOf('') : ANY
  if (head === '$row') return ANY
  if (head === '$old') return typeOf(index, place, rest)
  if (head === '$record') return typeOf(index, { form: place.form }, rest)
  if (head === '$parent') return isInRows(place) ? typeOf(index, placeAround(place), rest) : undefined
  return typeOf(index, place, path)
}

/** One value of a column of another form. */
export function columnType(index: DefinitionIndex, path: readonly string[]): ValueType | undefined {
  const [form = '', ...rest] = path
  const found = index.field({ form }, rest.join('.'))
  if (found === undefined || found.list || found.field.type === 'lineItems') return undefined
  return expressionType(found.field, found.form, found.system)
}

const scopes = new WeakMap<DefinitionIndex, Map<string, Scope>>()

/** Everything an expression of the definition itself may use; it runs as the system and knows no rights. */
export function formScope(index: DefinitionIndex, place: Place): Scope {
  const known = scopes.get(index) ?? new Map<string, Scope>()
  scopes.set(index, known)
  const name = `${place.form}.${place.lineItems ?? ''}`
  const scope = known.get(name) ?? {
    resolve: (path) => resolve(index, place, path),
    column: (path) => columnType(index, path),
    fields: () => [],
  }
  known.set(name, scope)
  return scope
}
