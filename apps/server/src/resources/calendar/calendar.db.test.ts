import { aDateField, aForm, aReport, aTextField } from '@pipewright/metadata/builders'
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
