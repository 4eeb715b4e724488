import type { AppDefinition, Field, Form } from '@pipewright/schemas'
import { partColumnsOf } from '../field-parts.ts'
import { type Segment, toPointer } from '../pointer.ts'
import { type Problem, problem } from '../problem.ts'
import { reservedKeys, reservedRowKeys } from '../system-fields.ts'
import { checkUniqueKeys } from './check-unique.ts'

/** PostgreSQL cuts longer names off without a word. */
const longestName = 63
const jsNames = new Set(['constructor', 'prototype'])

function checkFieldKeys(
  fields: readonly Field[],
  site: { at: readonly Segment[]; path: string; reserved: ReadonlySet<string>; retired: ReadonlySet<string> },
): Problem[] {
  const { at, path, reserved, retired } = site
  const columns = partColumnsOf(fields)
  return fields.flatMap((field, position) => {
    const here = [...at, position]
    const pointer = toPointer([...here, 'key'])
    const name = `${path}.${field.key}`
    const problems: Problem[] = []
    if (reserved.has(field.key) || columns.has(field.key))
      problems.push(problem('reserved-key', pointer, { key: field.key }))
    const parts = [...partColumnsOf([field])].find((column) => retired.has(`${path}.${column}`))
    if (parts !== undefined) problems.push(problem('retired-key', pointer, { key: `${path}.${parts}` }))
    if (retired.has(name)) problems.push(problem('retired-key', pointer, { key: name }))
    if (field.type === 'lineItems') {
      const inner = { at: [...here, 'fields'], path: name, reserved: reservedRowKeys, retired }
      problems.push(...checkUniqueKeys(field.fields, inner.at), ...checkFieldKeys(field.fields, inner))
    }
    return problems
  })
}

interface NamedTable {
  readonly table: string
  readonly owner: string
  readonly pointer: string
}

function childTables(fields: readonly Field[], path: string, at: readonly Segment[]): NamedTable[] {
  return fields.flatMap((field, place) => {
    if (field.type !== 'lineItems' && field.type !== 'relations') return []
    const owner = `${path}.${field.key}`
    const here = [...at, place]
    const own = { table: owner.replaceAll('.', '_'), owner, pointer: toPointer([...here, 'key']) }
    return field.type === 'lineItems'
      ? [own, ...childTables(field.fields, owner, [...here, 'fields'])]
      : [own]
  })
}

/** Every name that becomes a table, with the place that makes it one. */
function tablesOf(forms: readonly Form[]): NamedTable[] {
  return forms.flatMap((form, position) => [
    { table: form.key, owner: form.key, pointer: toPointer(['forms', position, 'key']) },
    ...childTables(form.fields, form.key, ['forms', position, 'fields']),
  ])
}

function checkTables(forms: readonly Form[], retired: ReadonlySet<string>): Problem[] {
  const tables = tablesOf(forms)
  // The same place twice is a duplicate key, which is told as such; here it is one form's table against another's.
  const owners = Map.groupBy(tables, ({ table }) => table)
  const isShared = (table: string): boolean => new Set(owners.get(table)?.map(({ owner }) => owner)).size > 1
  const parked = new Set([...retired].map((path) => path.replaceAll('.', '_')))
  return tables.flatMap(({ table, pointer }) => {
    const problems: Problem[] = []
    if (table.length > longestName) problems.push(problem('table-name-too-long', pointer, { table }))
    if (isShared(table) || (parked.has(table) && !retired.has(table)))
      problems.push(problem('table-name-taken', pointer, { table }))
    return problems
  })
}

function checkFormKeys(form: Form, at: readonly Segment[], retired: ReadonlySet<string>): Problem[] {
  const fields = [...at, 'fields']
  const problems = [
    ...checkUniqueKeys(form.fields, fields),
    ...checkFieldKeys(form.fields, { at: fields, path: form.key, reserved: reservedKeys, retired }),
    ...checkUniqueKeys(form.layout.sections, [...at, 'layout', 'sections']),
    ...checkUniqueKeys(form.rules, [...at, 'rules']),
    ...checkUniqueKeys(form.uniqueness, [...at, 'uniqueness']),
    ...checkUniqueKeys(form.reminders, [...at, 'reminders']),
    ...checkUniqueKeys(form.mailTemplates, [...at, 'mailTemplates']),
    ...checkUniqueKeys(form.publicForms, [...at, 'publicForms']),
    ...checkUniqueKeys(form.conversions, [...at, 'conversions']),
    ...(form.conversions ?? []).flatMap((conversion, position) =>
      checkUniqueKeys(conversion.creates, [...at, 'conversions', position, 'creates']),
    ),
  ]
  const pointer = toPointer([...at, 'key'])
  if (retired.has(form.key)) problems.push(problem('retired-key', pointer, { key: form.key }))
  if (jsNames.has(form.key)) problems.push(problem('reserved-key', pointer, { key: form.key }))
  return problems
}

/** Keys are unique where they must be, not reserved, never used again, and give table names that fit. */
export function checkKeys(definition: AppDefinition): Problem[] {
  const retired = new Set(definition.retired)
  const lists = [
    'forms',
    'optionSets',
    'views',
    'workflows',
    'reports',
    'dashboards',
    'roles',
    'navigation',
  ] as const
  return [
    ...lists.flatMap((name) => checkUniqueKeys(definition[name], [name])),
    ...definition.forms.flatMap((form, position) => checkFormKeys(form, ['forms', position], retired)),
    ...checkTables(definition.forms, retired),
    ...definition.workflows.flatMap(({ steps }, position) =>
      checkUniqueKeys(steps, ['workflows', position, 'steps']),
    ),
    ...definition.reports.flatMap(({ measures }, position) =>
      checkUniqueKeys(measures, ['reports', position, 'measures']),
    ),
    ...definition.dashboards.flatMap(({ widgets }, position) =>
      checkUniqueKeys(widgets, ['dashboards', position, 'widgets']),
    ),
  ]
}
