import { compileApp, isImportable, type FieldValue } from '@pipewright/compiler'
import { evaluateCondition } from '@pipewright/logic'
import {
  emptyDefinition,
  fieldTypes,
  isSortable,
  operatorsOf,
  subjectPaths,
  windowOperators,
  type Operator,
} from '@pipewright/metadata'
import type { Expression, Field } from '@pipewright/schemas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appUnderTest, memberIdOf, ownerPerson, signedInMember, type TestClient } from '@pipewright/testing'
import {
  allTypes,
  exampleOf,
  specimen,
  specimenApp,
  workspace,
  type SpecimenApp,
} from './testing/specimen.ts'

let app: SpecimenApp & { readonly owner: TestClient; readonly close: () => Promise<void> }
beforeAll(async () => {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const ada = await memberIdOf(world, workspace, ownerPerson.email)
  const bob = await signedInMember(world, { workspace, roles: ['rep'], name: 'Bob' })
  app = { ...(await specimenApp(owner, [ada, bob.id])), owner, close: world.close }
})
afterAll(() => app.close())

const written = allTypes.filter((type) => fieldTypes[type].writable && type !== 'lineItems')
const calculated = allTypes.filter((type) => !fieldTypes[type].writable)
const has = (type: string, title: string) => ({ eq: [{ var: 'title' }, `${type} ${title}`] })

/** Makes one record per value, and one without; answers the values. */
async function fill(type: Field['type'], title: string): Promise<FieldValue[]> {
  const { field, values } = exampleOf(type)
  const sent = [...(await values(app.things)), null]
  for (const value of sent) await app.create({ title: `${type} ${title}`, [field.key]: value })
  return sent
}

/** The order of the parts of a value says nothing. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))
    : value

const asSet = (values: readonly unknown[]) =>
  values.map((value) => JSON.stringify(value ?? null, inOrder)).toSorted()

describe.each(written)('%s', (type) => {
  const { field, values, wrong } = exampleOf(type)

  test('is answered as it was written, and comes back from an exported table', async () => {
    const sent = await fill(type, 'round')
    expect(sent.length).toBeGreaterThan(2)
    const read = (title: string) => app.valuesOf(field.key, { filter: has(type, title) })
    expect(asSet(await read('round'))).toEqual(asSet(sent))
    if (!isImportable(field)) return
    const table = await app.exportCells(field.key, has(type, 'round'))
    const renamed = Buffer.from(table.toString().replaceAll(`${type} round`, `${type} again`))
    expect(await app.importCells(field.key, renamed)).toMatchObject({
      error: null,
      problems: [],
      state: 'done',
    })
    expect(asSet(await read('again'))).toEqual(asSet(sent))
  })

  test('is refused when it is no value of the field', async () => {
    const problem = await app.owner.problem(app.create({ title: 'wrong', [field.key]: wrong }))
    expect(problem).toMatchObject({ status: 422 })
    expect(problem.errors?.[0]?.pointer).toMatch(new RegExp(`^/values/${field.key}`))
  })

  test('stands in rows, where it may', async () => {
    if (!fieldTypes[type].canBeColumn) return
    const rows = (await values(app.things)).map((value) => ({ [field.key]: value }))
    const made = await app.create({ title: 'with rows', rows })
    expect(made.values['rows']).toMatchObject(rows)
  })

  test('is described to callers of the API', async () => {
    const { components } = await app.api()
    expect(JSON.stringify(components.schemas)).toContain(`"${field.key}":{"title":"Example"`)
  })

  test('lists are in its order', async () => {
    if (!isSortable(field)) return
    const sent = await fill(type, 'sorted')
    const sort = [{ field: field.key, direction: 'asc' as const }]
    expect(await app.valuesOf(field.key, { filter: has(type, 'sorted'), sort })).toEqual(sent)
  })

  test.each(operatorsOf(field))('filters by %s find what the expression language says', async (operator) => {
    const sent = await fill(type, operator)
    for (const value of sent.filter((one) => one !== null)) {
      const subjects = subjectPaths(field.key, operator).map((path) => ({ var: path }))
      const condition = { [operator]: [...subjects, ...operands(operator, value, sent)] }
      const filter = { and: [has(type, operator), condition] }
      const wanted = sent.filter((one) => holds(condition, { [field.key]: one }))
      expect(asSet(await app.valuesOf(field.key, { filter }))).toEqual(asSet(wanted))
    }
  })
})

describe.each(calculated)('%s', (type) => {
  const { field } = exampleOf(type)

  test('is answered and exported, and never written or imported', async () => {
    const [relation] = app.things.records
    await app.create({ title: `${type} made`, relation })
    expect(await app.valuesOf(field.key, { filter: has(type, 'made') })).not.toContain(null)
    const table = await app.exportCells(field.key, has(type, 'made'))
    expect(table.toString().split('\r\n')[1]).toMatch(/,.+/)
    const problem = await app.owner.problem(app.create({ title: 'x', [field.key]: '1' }))
    expect(problem.errors?.[0]).toMatchObject({ pointer: `/values/${field.key}`, code: 'not-writable' })
    expect(isImportable(field)).toBe(false)
  })
})

const { scope } = (() => {
  const form = compileApp({ ...emptyDefinition({ en: 'X' }), forms: [specimen] }, 1).form('specimen')
  if (form === undefined) throw new Error('no specimen')
  return form
})()

const today = '2026-11-21'
const context = { now: `${today}T08:00:00.000Z`, today, zone: 'Europe/London' }

const holds = (condition: Expression, values: Record<string, unknown>): boolean =>
  evaluateCondition(condition, values, context, scope)

const alone = new Set<Operator>([
  'isEmpty',
  'notEmpty',
  ...windowOperators.today,
  ...windowOperators.calendar,
  ...windowOperators.toDate,
])

/** What a person would give beside the field for an operator. */
function operands(operator: Operator, given: FieldValue, sent: readonly FieldValue[]): Expression[] {
  const whole = given as Record<string, string>
  if (operator === 'coversDay') return [whole['start'] ?? null]
  if (operator === 'overlapsDays') return [whole['end'] ?? null, '2026-12-31']
  if (operator === 'withinMetres') return [whole['latitude'] ?? null, whole['longitude'] ?? null, 500]
  const value = typeof whole === 'object' && 'text' in whole ? (whole['text'] ?? '') : given
  if (alone.has(operator)) return []
  if (windowOperators.counted.some((counted) => counted === operator)) return [2, 'month']
  if (operator === 'between') return [value as Expression, sent.at(-2) as Expression]
  if (operator === 'in' || operator === 'notIn') return [[value as Expression]]
  if (operator === 'startsWith') return [[...String(value)][0] ?? '']
  if (operator === 'endsWith') return [[...String(value)].at(-1) ?? '']
  if (operator === 'contains') return [String(value).slice(0, 2)]
  return [value as Expression]
}
