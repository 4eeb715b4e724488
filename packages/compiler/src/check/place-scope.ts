import {
  localize,
  resolveVariable,
  type DefinitionIndex,
  type FoundField,
  type Locale,
  type VariableScope,
} from '@pipewright/metadata'
import {
  BOOLEAN,
  DEPARTMENT_FORM,
  listOf,
  MEMBER_FORM,
  NUMBER,
  recordOf,
  TEXT,
  type Scope,
  type SqlResolver,
  sql,
  type ValueType,
} from '@pipewright/logic'
import { columnType } from '../app/form-scope.ts'
import { expressionType } from '../app/value-type.ts'

/** Names besides fields; where each of them means something, the references tell. */
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

function find(index: DefinitionIndex, scope: VariableScope, path: readonly string[]): FoundField | undefined {
  const variable = resolveVariable(scope, path.join('.'))
  return typeof variable === 'string' ? undefined : index.field(variable.from, variable.path)
}

const typeOf = ({ field, form, system }: FoundField): ValueType => expressionType(field, form, system)

function typeAt(
  index: DefinitionIndex,
  scope: VariableScope,
  path: readonly string[],
): ValueType | undefined {
  const fact = path.length === 1 ? facts.get(path[0] ?? '') : undefined
  if (fact !== undefined) return resolveVariable(scope, path.join('.')) === 'context' ? fact : undefined
  const found = find(index, scope, path)
  if (found === undefined) return undefined
  const type = typeOf(found)
  return found.list && type.kind !== 'list' ? listOf(type) : type
}

/** The types of everything that an expression may name where it stands. */
export const placeScope = (index: DefinitionIndex, scope: VariableScope): Scope => ({
  resolve: (path) => typeAt(index, scope, path),
  fields: () => [],
})

/** The same for a calculated field, which may look through other forms. */
export const formulaScope = (index: DefinitionIndex, scope: VariableScope): Scope => ({
  ...placeScope(index, scope),
  column: (path) => columnType(index, path),
})

const noMoment = { now: '2000-01-01T00:00:00.000Z', today: '2000-01-01', zone: 'UTC' }

/** Stands for the columns behind the paths: enough to see whether there is SQL, not to run it. */
export const placeResolver = (index: DefinitionIndex, scope: VariableScope): SqlResolver => ({
  context: noMoment,
  column(path) {
    const found = find(index, scope, path)
    if (found === undefined || found.list || found.field.type === 'lineItems') return undefined
    return { sql: sql`null`, type: typeOf(found) }
  },
  list(path) {
    const found = find(index, scope, path)
    if (found === undefined || !found.list) return undefined
    const type = typeOf(found)
    return { from: sql`select null`, type: type.kind === 'list' ? type.of : type }
  },
  columnType: (path) => columnType(index, path),
  rows: (form) => ({
    from: sql`rows`,
    where: sql`true`,
    order: [sql`id`],
    column: (path) => (columnType(index, [form, ...path]) === undefined ? undefined : sql`null`),
  }),
})

/** How a formula text calls a field in a sentence: by its label. */
export const placeNaming =
  (index: DefinitionIndex, scope: VariableScope, locale: Locale) =>
  (path: readonly string[], isColumn: boolean): string => {
    if (isColumn) {
      const [key = '', ...rest] = path
      const column = index.field(key, rest.join('.'))?.field
      const names = [localize(index.form(key)?.labelPlural, locale) || key, localize(column?.label, locale)]
      return names[1] === '' ? path.join('.') : names.join('.')
    }
    const field = find(index, scope, path)?.field
    return (field && localize(field.label, locale)) || path.join('.')
  }
