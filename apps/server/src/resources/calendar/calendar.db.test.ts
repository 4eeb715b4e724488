import type { Expression } from '@pipewright/schemas'
import { aDateField, aForm, aFormulaField, aReport, aTextField } from '@pipewright/metadata/builders'
import { appUnderTest, signedInMember, type TestClient } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace }
const visits = { workspace, form: 'visit' }
const form = aForm({ key: 'visit', fields: [aTextField(), aDateField({ key: 'day' })] })
const dayMs = 86_400_000
/** A Friday; every week around it lies in two years. */
const newYear = '2027-01-01T08:00:00.000Z'

let world: Awaited<ReturnType<typeof appUnderTest>>
let owner: TestClient
beforeAll(async () => {
  world = await appUnderTest({ prepared: 'workspace', now: newYear })
  owner = await world.owner()
  const edits = [{ type: 'addForm' as const, form, rights: [] }]
  const { version } = await owner.call('editDraft', { params, body: { version: 0, edits } })
  await owner.call('publishDraft', { params, body: { version } })
  for (let away = -9; away <= 9; away += 1) {
    const day = new Date(world.time.now + away * dayMs).toISOString().slice(0, 10)
    await owner.call('createRecord', { params: visits, body: { values: { name: day, day } } })
  }
})
afterAll(() => world.close())

const isoWeekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

async function thisWeek(): Promise<string[]> {
  const filter = { thisWeek: [{ var: 'day' }] }
  const sort = [{ field: 'day', direction: 'asc' as const }]
  const { rows } = await owner.call('queryRecords', {
    params: visits,
    body: { columns: ['day'], filter, sort },
  })
  return rows.map(({ values }) => String(values['day']))
}

test('a new workspace counts weeks as calendars of its language do', async () => {
  const { workspace: told } = await owner.call('getApp', { params })
  expect(told.calendar.fiscalMonth).toBe(1)
  expect([1, 7]).toContain(told.calendar.weekStart)
})

test.each([7, 1, 6])(
  'filters and reports by week follow a week that begins on day %i at once',
  async (weekStart) => {
    const calendar = { weekStart, fiscalMonth: 4 }
    expect(await owner.call('changeCalendar', { params, body: calendar })).toEqual(calendar)
    await expect
      .poll(async () => (await owner.call('getApp', { params })).workspace.calendar)
      .toEqual(calendar)
    const days = await thisWeek()
    expect([days.length, isoWeekday(days[0] ?? '')]).toEqual([7, weekStart])
    const definition = aReport({
      form: 'visit',
      dimensions: [{ field: 'day', bucket: 'week' }],
    })
    const report = await owner.call('runReport', { params, body: { definition } })
    const begins = [...new Set(JSON.stringify(report).match(/\d{4}-\d\d-\d\d(?=")/g))]
    expect(begins.length).toBeGreaterThan(2)
    expect(new Set(begins.map(isoWeekday))).toEqual(new Set([weekStart]))
  },
)

test('what is no day of the week or month is refused, and only who manages the workspace says it', async () => {
  const wrong = owner.call('changeCalendar', { params, body: { weekStart: 8, fiscalMonth: 0 } })
  expect(await owner.problem(wrong)).toMatchObject({ status: 422 })
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Rep' })
  const body = { weekStart: 1, fiscalMonth: 1 }
  expect((await rep.browser.problem(rep.browser.call('changeCalendar', { params, body }))).code).toBe(
    'not-allowed',
  )
})

const october = {
  workdays: [5, 1, 2, 3, 4],
  special: [
    { day: '2027-01-09', name: 'Make-up day', works: true },
    { day: '2027-01-04', name: 'Stocktaking', works: false },
  ],
}

test('formulas, filters and tasks count by the working days as soon as they change, also what is stored', async () => {
  const fields = [
    aTextField(),
    aDateField({ key: 'begun' }),
    aFormulaField({ key: 'due', expression: { workday: [{ var: 'begun' }, 2] }, resultType: 'date' }),
  ]
  const edits = [{ type: 'addForm' as const, form: aForm({ key: 'order', fields }), rights: [] }]
  const { version } = await owner.call('getDraft', { params })
  const draft = await owner.call('editDraft', { params, body: { version, edits } })
  await owner.call('publishDraft', { params, body: { version: draft.version } })
  const orders = { workspace, form: 'order' }
  // A Friday; two working days on is Tuesday, as long as nobody says otherwise.
  const body = { values: { name: 'One', begun: '2027-01-01' } }
  const { id } = await owner.call('createRecord', { params: orders, body })
  const due = async () => (await owner.call('getRecord', { params: { ...orders, id } })).values['due']
  expect(await due()).toBe('2027-01-05')

  const saved = await owner.call('changeWorkingDays', { params, body: october })
  expect(saved).toEqual({ workdays: [1, 2, 3, 4, 5], special: october.special.toReversed() })
  await expect.poll(due).toBe('2027-01-06')
  const { workspace: told } = await owner.call('getApp', { params })
  expect(told.calendar).toMatchObject(saved)
  const found = async (filter: Expression) =>
    (
      await owner.call('queryRecords', {
        params: visits,
        body: { columns: ['day'], filter, sort: [{ field: 'day', direction: 'asc' as const }] },
      })
    ).rows.map(({ values }) => values['day'])
  expect(await found({ isWorkday: [{ var: 'day' }] })).toEqual([
    '2026-12-23',
    '2026-12-24',
    '2026-12-25',
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-05',
    '2027-01-06',
    '2027-01-07',
    '2027-01-08',
    '2027-01-09',
  ])

  const { member } = await owner.call('getApp', { params })
  const task = {
    title: 'Every working day',
    assignees: [member.id],
    day: '2027-01-01',
    time: null,
    repeat: { every: 'workdays' as const, count: 1 },
    remindBefore: null,
    form: null,
    record: null,
  }
  const made = await owner.call('createTask', { params, body: task })
  await owner.call('completeTask', { params: { workspace, id: made.id }, body: { done: true } })
  const { items } = await owner.call('listTodo', { params })
  expect(items).toMatchObject([{ task: { day: '2027-01-05' } }])
})

test('days that do not exist or come twice are refused, and so is everybody who does not manage the workspace', async () => {
  const day = { day: '2027-02-30', name: '', works: false }
  const twice = { ...day, day: '2027-02-01' }
  const wrong = owner.call('changeWorkingDays', {
    params,
    body: { workdays: [1], special: [day, twice, twice] },
  })
  expect(await owner.problem(wrong)).toMatchObject({
    status: 422,
    errors: [
      { pointer: '/special/0/day', code: 'bad-date' },
      { pointer: '/special/2/day', code: 'not-unique' },
    ],
  })
  const none = owner.call('changeWorkingDays', { params, body: { workdays: [], special: [] } })
  expect(await owner.problem(none)).toMatchObject({ status: 422 })
  const rep = await signedInMember(world, { workspace, roles: ['rep'], name: 'Repetita' })
  expect(
    (await rep.browser.problem(rep.browser.call('changeWorkingDays', { params, body: october }))).code,
  ).toBe('not-allowed')
})
